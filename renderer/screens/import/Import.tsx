import { useEffect, useRef } from 'react'
import { useT } from '../../i18n'
import { BottomBar } from './BottomBar'
import { FileList } from './FileList'
import { FilePanel } from './FilePanel'
import css from './Import.module.css'
import { chosenIn, useImport } from './import-state'
import { useImportRun } from './use-import'

/** Shows what importing the waiting files would do, lets every guess be corrected, and writes it when told to. */
export function Import() {
  const t = useT()
  const { file, table } = chosenIn(useImport())
  const heading = useRef<HTMLHeadingElement>(null)
  useImportRun()
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={css.screen} aria-labelledby="import-title">
      <header className={css.head}>
        <h1 id="import-title" ref={heading} tabIndex={-1} className={css.title}>
          {t('importScreen:title')}
        </h1>
        <p className={css.promise}>{t('importScreen:promise')}</p>
      </header>
      <FileList />
      {file !== undefined && <FilePanel entry={file} table={table} />}
      <BottomBar />
    </section>
  )
}
