import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { changeVerdict, type Decision, isWhole, removeVerdict } from '../../../shared/inventory/edit-verdict'
import { JUDGEMENTS, type Judgement, type Verdict } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { notify } from '../../notify'
import { today } from '../../today'
import { useFormats } from '../../use-formats'
import { ChoiceInput } from '../../widgets/ChoiceInput'
import { CommitInput } from '../../widgets/CommitInput'
import { write } from '../detail/writes'
import { sayUndoable } from '../lists/say-undoable'
import { MoreRows, useSome } from './MoreRows'
import css from './Overlaps.module.css'

/** Everything that was decided about tools, the newest first; each can be changed and taken back. */
export function VerdictList() {
  const t = useT()
  const { verdicts } = useInventory()
  const newest = [...verdicts.values()].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
  const some = useSome(newest)
  return (
    <section aria-label={t('start:verdicts.title')}>
      <h3 className={css.title}>{t('start:verdicts.title')}</h3>
      {newest.length === 0 ? (
        <p className={css.lead}>{t('start:verdicts.none')}</p>
      ) : (
        <table className={css.verdicts}>
          <thead>
            <tr>
              <th scope="col">{t('start:verdicts.tools')}</th>
              <th scope="col">{t('start:verdicts.judgement')}</th>
              <th scope="col">{t('start:verdicts.reason')}</th>
              <th scope="col">{t('start:verdicts.date')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {some.shown.map((verdict) => (
              <Row key={verdict.id} verdict={verdict} />
            ))}
          </tbody>
        </table>
      )}
      <MoreRows some={some} />
    </section>
  )
}

function Row({ verdict }: { readonly verdict: Verdict }) {
  const t = useT()
  const formats = useFormats()
  const { tools } = useInventory()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const name = verdict.tools.map((id) => tools.get(id)?.name ?? id).join(' + ')
  const change = (says: Partial<Decision>) => {
    const decision = { judgement: verdict.judgement, reason: verdict.reason, date: today(), ...says }
    if (!isWhole(decision)) return t('start:verdicts.needsReason')
    const values = { count: verdict.tools.length, name, judgement: decision.judgement }
    write('decide', values, (inventory) => changeVerdict(inventory, verdict.id, decision))
    return undefined
  }
  return (
    <tr data-testid="verdict">
      <th scope="row">{name}</th>
      <td>
        <ChoiceInput
          label={t('start:verdicts.judgementOf', { name })}
          value={verdict.judgement}
          options={JUDGEMENTS.map((value) => ({ value, label: t(`analysis:verdict.${value}`) }))}
          disabled={!writable}
          onChoose={(value) => {
            const problem = change({ judgement: value as Judgement })
            if (problem !== undefined) notify(problem, 'red')
          }}
        />
      </td>
      <td>
        <CommitInput
          label={t('start:verdicts.reasonOf', { name })}
          value={verdict.reason ?? ''}
          disabled={!writable}
          save={(reason) => change({ reason })}
        />
      </td>
      <td>{formats.date(verdict.date)}</td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('start:verdicts.delete', { name })}
          disabled={!writable}
          onClick={() => {
            const done = write('deleteVerdict', { name }, (inventory) => removeVerdict(inventory, verdict.id))
            if (done !== undefined) sayUndoable(t('start:verdicts.deleted'), done.sequence)
          }}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  )
}
