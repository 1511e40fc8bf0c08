import { Button, Checkbox, CloseButton, NativeSelect, Progress } from '@mantine/core'
import { IconAlertTriangle, IconEyeOff, IconPlus } from '@tabler/icons-react'
import { Fragment } from 'react'
import { FILE_KINDS, type FileKind } from '../../../shared/import/table'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { rowCountOf } from '../../river/outline'
import { useFormats } from '../../use-formats'
import { troubleWith } from './blockers'
import css from './FileList.module.css'
import { addFiles, choose, chooseKind, removeFile, tick } from './import-actions'
import { chosenIn, type FileEntry, planOf, type TableEntry, useImport } from './import-state'
import { mostFitting } from './most-fitting'
import { openQuestions, toldIn } from './questions'
import { Terms } from './Terms'

/** The files of this import and their tables: what kind of list each is, and what would become of it. */
export function FileList() {
  const t = useT()
  const state = useImport()
  const { file, table } = chosenIn(state)
  return (
    <nav className={css.side} aria-label={t('importScreen:files')}>
      <ul className={css.files}>
        {state.files.map((entry) => (
          <FileItem
            key={entry.key}
            entry={entry}
            tables={state.tables.filter((each) => each.file === entry.key)}
            chosen={entry === file}
            shown={table?.key}
          />
        ))}
      </ul>
      <div className={css.add}>
        <Button
          variant="default"
          size="xs"
          fullWidth
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => void addFiles()}
        >
          {t('importScreen:addFiles')}
        </Button>
        <span className={css.hint}>{t('importScreen:dropHint')}</span>
      </div>
    </nav>
  )
}

interface FileProps {
  readonly entry: FileEntry
  readonly tables: readonly TableEntry[]
  readonly chosen: boolean
  /** The key of the table that is shown. */
  readonly shown: string | undefined
}

function FileItem({ entry, tables, chosen, shown }: FileProps) {
  const t = useT()
  const { name } = entry.source
  const [only] = tables
  const single = tables.length === 1 && only !== undefined && only.prepared.decoded.part === undefined
  const first = mostFitting(tables)
  return (
    <li className={css.file} data-chosen={chosen || undefined}>
      <div className={css.line}>
        <Name name={name} current={chosen && (single || only === undefined)} to={first?.key ?? entry.key} />
        <CloseButton
          size="sm"
          aria-label={t('importScreen:remove', { name })}
          title={t('importScreen:remove', { name })}
          onClick={() => removeFile(entry.key)}
        />
      </div>
      {single ? (
        <>
          <KindSelect entry={entry} table={only} name={name} />
          <FileStatus entry={entry} />
          {entry.stage.kind === 'ready' && <TableStatus table={only} />}
        </>
      ) : (
        <>
          <FileStatus entry={entry} />
          {tables.length > 0 && (
            <ul className={css.tables} aria-label={t('importScreen:parts.of', { name })}>
              {tables.map((table) => (
                <TableItem key={table.key} entry={entry} table={table} shown={table.key === shown} />
              ))}
            </ul>
          )}
          {tables.length === 0 && entry.stage.kind === 'ready' && (
            <div className={css.status}>{t('importScreen:parts.joined')}</div>
          )}
        </>
      )}
    </li>
  )
}

/** One table of several in a file: taken or not, and what becomes of it. */
function TableItem({ entry, table, shown }: { entry: FileEntry; table: TableEntry; shown: boolean }) {
  const t = useT()
  const { decoded } = table.prepared
  const name = decoded.part ?? decoded.name
  return (
    <li className={css.table} data-shown={shown || undefined}>
      <div className={css.line}>
        <Checkbox
          size="xs"
          checked={table.ticked}
          aria-label={t('importScreen:parts.take', { name })}
          onChange={(event) => tick(table.key, event.currentTarget.checked)}
        />
        <Name name={name} current={shown} to={table.key} />
      </div>
      {decoded.hidden === true && (
        <span className={css.hidden} title={t('importScreen:parts.hiddenHint')}>
          <IconEyeOff size={13} aria-hidden />
          {t('importScreen:parts.hidden')}
        </span>
      )}
      {table.ticked ? (
        <>
          {shown && <KindSelect entry={entry} table={table} name={name} />}
          {entry.stage.kind === 'ready' && <TableStatus table={table} />}
        </>
      ) : (
        <div className={css.status}>
          {t('importScreen:rows', { count: rowCountOf(decoded) })} · {t('importScreen:parts.left')}
        </div>
      )}
    </li>
  )
}

function Name({ name, current, to }: { readonly name: string; readonly current: boolean; readonly to: string }) {
  return (
    <button
      type="button"
      className={css.name}
      title={name}
      aria-current={current || undefined}
      onClick={() => choose(to)}
    >
      {breakable(name).map((part) => (
        <Fragment key={part.at}>
          {part.text}
          <wbr />
        </Fragment>
      ))}
    </button>
  )
}

function KindSelect({ entry, table, name }: { entry: FileEntry; table: TableEntry; name: string }) {
  const t = useT()
  return (
    <NativeSelect
      size="xs"
      aria-label={t('importScreen:kindOf', { name })}
      data={FILE_KINDS.map((kind) => ({ value: kind, label: t(`importScreen:kind.${kind}`) }))}
      value={table.prepared.mapping.kind}
      disabled={entry.stage.kind !== 'ready'}
      onChange={(event) => chooseKind(table.key, event.currentTarget.value as FileKind)}
    />
  )
}

/** A file name in parts after which a line may end. */
function breakable(name: string): readonly { readonly at: number; readonly text: string }[] {
  return [...name.matchAll(/[^_.\-\s]*[_.\-\s]*/g)].flatMap(({ index, 0: text }) =>
    text === '' ? [] : { at: index, text },
  )
}

/** What a file is up to while there is no plan for it: being read, in trouble, or waiting to be used. */
function FileStatus({ entry: { stage } }: { readonly entry: FileEntry }) {
  const t = useT()
  const formats = useFormats()
  if (stage.kind === 'reading') {
    const percent = Math.round((stage.fraction ?? 0) * 100)
    const label = t('importScreen:reading')
    return (
      <div className={css.reading}>
        <span>{stage.fraction === undefined ? label : `${label} ${formats.number(percent)} %`}</span>
        <Progress size="xs" value={stage.fraction === undefined ? 100 : percent} animated aria-label={label} />
      </div>
    )
  }
  if (stage.kind === 'failed') return <TroubleLine words={t(`importScreen:trouble.${stage.why}.title`)} />
  if (stage.kind === 'mapping') return <div className={css.status}>{t('importScreen:mappingFile.waits')}</div>
  return null
}

/** What becomes of a table's rows, in short, and how much it asks. */
function TableStatus({ table }: { readonly table: TableEntry }) {
  const t = useT()
  const { shown, decisions } = useImport()
  const told = toldIn(useInventory())
  const trouble = troubleWith(table.prepared.mapping)
  if (trouble !== undefined) return <TroubleLine words={t(`importScreen:trouble.${trouble}.title`)} />
  const plan = planOf(shown, table.key)
  if (plan === undefined) return null
  const questions = openQuestions(plan, decisions, told)
  return (
    <div className={css.status}>
      <span>{t('importScreen:rows', { count: plan.rows })}</span>
      <Terms plan={plan} />
      {questions > 0 && (
        <button type="button" className={css.questions} onClick={() => choose(table.key, 'questions')}>
          {t('importScreen:count.questions', { count: questions })}
        </button>
      )}
    </div>
  )
}

function TroubleLine({ words }: { readonly words: string }) {
  return (
    <div className={css.trouble}>
      <IconAlertTriangle size={14} aria-hidden />
      {words}
    </div>
  )
}
