import { Loader } from '@mantine/core'
import css from './Waiting.module.css'

/** Says that something is being worked on. */
export function Waiting({ words }: { readonly words: string }) {
  return (
    <div className={css.waiting} role="status">
      <Loader size={20} aria-hidden />
      <span>{words}</span>
    </div>
  )
}
