import { Fragment } from 'react'
import { useT } from '../../i18n'
import { revealOnMap } from '../../ui-state'
import css from './MapScreen.module.css'

/** Name and value in two columns. What isn't known says so. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, string | undefined])[] }) {
  const t = useT()
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <i>{t('common:unknown')}</i>}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

interface LinkTo {
  readonly id: string
  readonly name: string
  readonly detail?: string
}

/** Tools that can be jumped to, each with a line that says why it is listed. Nothing when there are none. */
export function Links({ title, links }: { readonly title: string; readonly links: readonly LinkTo[] }) {
  if (links.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className={css.list}>
        {links.map(({ id, name, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one tool may be listed several times, the list never reorders
          <li key={`${id} ${index}`}>
            <button type="button" className={css.link} onClick={() => revealOnMap({ kind: 'tool', id })}>
              {name}
              {detail !== undefined && detail !== '' && <small>{detail}</small>}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
