import type { ChangeLabel } from '../../../shared/inventory/change'
import type { StringKey, T } from '../../i18n'

/** What a Change was, in words. */
export function historyWords(t: T, label: ChangeLabel): string {
  return t(`inventory:history.${label.code}` as StringKey, label.values)
}
