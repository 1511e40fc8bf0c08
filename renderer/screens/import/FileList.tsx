import { Button, CloseButton, Loader, NativeSelect } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { Fragment } from 'react'
import { FILE_KINDS, type FileKind } from '../../../shared/import/table'
import { useT } from '../../i18n'
import { troubleWith } from './blockers'
import css from './FileList.module.css'
import { addFiles, chooseFile, chooseKind, removeFile } from './import-actions'
import { type FileEntry, planOf, preparedOf, useImport } from './import-state'
import { Terms } from './Terms'

/** The files of this import: what kind of list each is, and what would become of it. */
export function FileList() {
  const t = useT()
  const { files, chosen } = useImport()
  return (
    <nav className={css.side} aria-label={t('importScreen:files')}>
      <ul className={css.files}>
        {files.map((entry) => (
          <FileItem key={entry.key} entry={entry} chosen={entry.key === chosen} />
        ))}
      </ul>
      <div className={css.add}>
        <Button variant="default" fullWidth leftSection={<IconPlus size={15} aria-hidden />} onClick={addFiles}>
          {t('importScreen:addFiles')}
        </Button>
        <span className={css.hint}>{t('importScreen:dropHint')}</span>
      </div>
    </nav>
  )
}

function FileItem({ entry, chosen }: { readonly entry: FileEntry; readonly chosen: boolean }) {
  const t = useT()
  const { name } = entry.source
  const prepared = preparedOf(entry)
  const kinds = FILE_KINDS.map((kind) => ({ value: kind, label: t(`importScreen:kind.${kind}`) }))
  return (
    <li className={css.file} data-chosen={chosen || undefined}>
      <div className={css.line}>
        <button
          type="button"
          className={css.name}
          title={name}
          aria-current={chosen || undefined}
          onClick={() => chooseFile(entry.key)}
        >
          {breakable(name).map((part) => (
            <Fragment key={part.at}>
              {part.text}
              <wbr />
            </Fragment>
          ))}
        </button>
        <CloseButton
          size="sm"
          aria-label={t('importScreen:remove', { name })}
          title={t('importScreen:remove', { name })}
          onClick={() => removeFile(entry.key)}
        />
      </div>
      {prepared !== undefined && (
        <NativeSelect
          size="xs"
          aria-label={t('importScreen:kindOf', { name })}
          data={kinds}
          value={prepared.mapping.kind}
          disabled={entry.stage.kind !== 'ready'}
          onChange={(event) => chooseKind(entry.key, event.currentTarget.value as FileKind)}
        />
      )}
      <FileStatus entry={entry} />
    </li>
  )
}

/** A file name in parts after which a line may end. */
function breakable(name: string): readonly { readonly at: number; readonly text: string }[] {
  return [...name.matchAll(/[^_.\-\s]*[_.\-\s]*/g)].flatMap(({ index, 0: text }) =>
    text === '' ? [] : { at: index, text },
  )
}

/** One line under the file: reading, in trouble, or what becomes of its rows. */
function FileStatus({ entry }: { readonly entry: FileEntry }) {
  const t = useT()
  const plan = useImport(({ shown }) => planOf(shown, entry.key))
  const mapping = preparedOf(entry)?.mapping
  if (entry.stage.kind === 'reading') {
    return (
      <div className={css.status}>
        <Loader size={12} aria-hidden />
        {t('importScreen:reading')}
      </div>
    )
  }
  const trouble =
    entry.stage.kind === 'failed' ? entry.stage.why : mapping === undefined ? undefined : troubleWith(mapping)
  if (trouble !== undefined) {
    return (
      <div className={css.trouble}>
        <IconAlertTriangle size={14} aria-hidden />
        {t(`importScreen:trouble.${trouble}.title`)}
      </div>
    )
  }
  if (plan === undefined) return null
  return (
    <div className={css.status}>
      <span>{t('importScreen:rows', { count: plan.rows })}</span>
      <Terms plan={plan} />
    </div>
  )
}
