import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { SCREENS, setImporting, showScreen, useImporting, useScreen } from '../../ui-state'
import css from './Shell.module.css'

/** The screens, with how much there is on each. */
export function Navigation() {
  const t = useT()
  const screen = useScreen()
  const importing = useImporting().length > 0
  const tools = useWorkspace((state) => state.inventory.tools.size)
  const bundles = useFindings()?.bundles.length ?? 0
  const counts = { inventory: tools, map: undefined, start: bundles }
  return (
    <nav className={css.navigation} aria-label={t('shell:screens')}>
      {SCREENS.map((name) => (
        <button
          key={name}
          type="button"
          className={css.item}
          aria-current={!importing && screen === name ? 'page' : undefined}
          onClick={() => {
            setImporting([])
            showScreen(name)
          }}
        >
          {t(`shell:screen.${name}`)}
          {counts[name] ? <span className={css.count}>{counts[name]}</span> : null}
        </button>
      ))}
    </nav>
  )
}
