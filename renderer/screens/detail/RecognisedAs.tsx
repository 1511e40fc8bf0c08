import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { CatalogueProduct } from '../../../shared/catalogue/catalogue'
import type { CatalogueIndex } from '../../../shared/catalogue/index-catalogue'
import { type Recognised, recogniseTool } from '../../../shared/catalogue/recognise'
import { type OwnProductSays, ownProductOf, setOwnProduct } from '../../../shared/inventory/edit-own-product'
import type { Tool } from '../../../shared/inventory/nouns'
import { run } from '../../commands'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { catalogueFor } from '../../river/catalogue'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { PickInput } from '../../widgets/PickInput'
import css from './Detail.module.css'
import { write } from './writes'

/** What the catalogue takes the tool for and why, and the place to say what its name means here. */
export function RecognisedAs({ tool }: { readonly tool: Tool }) {
  const t = useT()
  const inventory = useInventory()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const index = catalogueFor(inventory)
  const own = ownProductOf(inventory, tool.name)
  const { name, vendor, description, tags } = tool
  const found = useMemo(
    () => recogniseTool({ name, vendor, description, words: tags ?? [] }, index),
    [name, vendor, description, tags, index],
  )
  const say = (says: OwnProductSays) => {
    write('sayProduct', { name }, (now, ids) => setOwnProduct(now, name, says, ids))
  }
  return (
    <section className={css.section} data-testid="recognised">
      <h2>{t('matrix:own.section')}</h2>
      <Verdict found={found} index={index} />
      <div className={css.pairs}>
        <IsInput own={own} index={index} disabled={!writable} say={say} />
        <DoesInput own={own} index={index} disabled={!writable} say={say} />
      </div>
      <p className={css.quiet}>
        {own === undefined ? null : (
          <button
            type="button"
            className={css.link}
            disabled={!writable}
            onClick={() =>
              write('forgetProduct', { name }, (now, ids) => setOwnProduct(now, name, { functions: [] }, ids))
            }
          >
            {t('matrix:own.remove')}
          </button>
        )}
        <button type="button" className={css.link} onClick={() => void run('own-products')}>
          {t('matrix:own.all')}
        </button>
      </p>
    </section>
  )
}

interface VerdictProps {
  readonly found: Recognised
  readonly index: CatalogueIndex
}

function Verdict({ found, index }: VerdictProps) {
  const t = useT()
  const language = useLanguage()
  const formats = useFormats()
  const { makeshift, product, confidence, functions } = found
  const reason = functions[0]?.reason
  const names = functions.flatMap(({ catalogueId }) => index.functionById.get(catalogueId)?.name[language] ?? [])
  const heads = [
    ...(makeshift === undefined ? [] : [t(`matrix:own.makeshift.${makeshift.means}`)]),
    ...(makeshift !== undefined && makeshift.job !== '' ? [t('matrix:own.job', { job: makeshift.job })] : []),
    ...(makeshift !== undefined || product === undefined ? [] : [product.name]),
    ...(makeshift !== undefined || product === undefined ? [] : vendorOf(product)),
  ]
  return (
    <>
      <p className={css.verdict}>
        {heads.length === 0 ? t('matrix:own.nothing') : <b>{heads.join(' · ')}</b>}
        {heads.length === 0 || confidence === undefined ? null : (
          <span className={css.quiet}> {t('matrix:own.sure', { share: formats.percent(confidence) })}</span>
        )}
      </p>
      {names.length === 0 ? null : <p className={css.quiet}>{t('matrix:own.does', { functions: names.join(', ') })}</p>}
      {reason === undefined ? null : (
        <p className={css.quiet}>{t(`analysis:recognised.${reason.code}`, { text: reason.text })}</p>
      )}
    </>
  )
}

/** The vendor, where it says more than the name. */
function vendorOf({ name, vendor }: CatalogueProduct): readonly string[] {
  return vendor === '' || vendor === name ? [] : [vendor]
}

interface InputProps {
  readonly own: OwnProductSays | undefined
  readonly index: CatalogueIndex
  readonly disabled: boolean
  readonly say: (says: OwnProductSays) => void
}

/** "This is …": a product of the catalogue, or one that it doesn't know. */
function IsInput({ own, index, disabled, say }: InputProps) {
  const t = useT()
  const formats = useFormats()
  const options = useMemo(
    () =>
      index.data.products
        .map(({ name, vendor }) => ({ key: name, label: name, hint: vendor }))
        .sort((a, b) => formats.compare(a.label, b.label)),
    [index.data.products, formats],
  )
  const functions = own?.functions ?? []
  return (
    <div className={css.pair}>
      <span aria-hidden>{t('matrix:own.isLabel')}</span>
      <PickInput
        label={t('matrix:own.isLabel')}
        value={own?.product ?? ''}
        options={options}
        placeholder={t('matrix:own.isPlaceholder')}
        disabled={disabled}
        noneWords={t('matrix:own.isNone')}
        onNone={() => say({ functions })}
        onPick={(product) => say({ product, functions })}
        createWords={(name) => t('matrix:own.isOther', { name })}
        onCreate={(product) => say({ product, functions })}
      />
    </div>
  )
}

/** "It does …": functions of the catalogue. */
function DoesInput({ own, index, disabled, say }: InputProps) {
  const t = useT()
  const language = useLanguage()
  const formats = useFormats()
  const functions = own?.functions ?? []
  const product = own?.product === undefined ? {} : { product: own.product }
  const options = index.data.functions
    .filter(({ id }) => !functions.includes(id))
    .map(({ id, name }) => ({ key: id, label: name[language] }))
    .sort((a, b) => formats.compare(a.label, b.label))
  return (
    <div className={css.pair}>
      <span aria-hidden>{t('matrix:own.doesLabel')}</span>
      <PickInput
        label={t('matrix:own.doesLabel')}
        value=""
        options={options}
        placeholder={t('matrix:own.doesPlaceholder')}
        disabled={disabled}
        onPick={(id) => say({ ...product, functions: [...functions, id] })}
      />
      {functions.length === 0 ? (
        <p className={css.quiet}>{t('matrix:own.doesHint')}</p>
      ) : (
        <span className={css.chips}>
          {functions.map((id) => {
            const name = index.functionById.get(id)?.name[language] ?? id
            return (
              <span key={id} className={css.chip}>
                {name}
                <button
                  type="button"
                  disabled={disabled}
                  aria-label={t('matrix:own.removeFunction', { name })}
                  onClick={() => say({ ...product, functions: functions.filter((each) => each !== id) })}
                >
                  <IconX size={12} aria-hidden />
                </button>
              </span>
            )
          })}
        </span>
      )}
    </div>
  )
}
