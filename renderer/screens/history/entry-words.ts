import type { HistoryEntry } from '../../../shared/inventory/history'
import type { T } from '../../i18n'
import { historyWords } from '../shell/history-words'

/** What a Change was, in words, with what undo and redo did to which. */
export function entryWords(t: T, { cause, label }: Pick<HistoryEntry, 'cause' | 'label'>): string {
  const what = historyWords(t, label)
  if (cause.kind === 'undo') return t('detail:history.undone', { what })
  if (cause.kind === 'redo') return t('detail:history.redone', { what })
  return what
}
