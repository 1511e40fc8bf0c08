import { recogniseTool } from '../../../../shared/catalogue/recognise'
import { useWorkspace } from '../../../database/workspace'
import { catalogueFor } from '../../../river/catalogue'
import { acceptProposal } from '../edits'
import type { Proposal, ToolRow } from '../tool-row'
import { type CellTools, useCellTools } from './cell-context'
import css from './cells.module.css'
import { TextCell } from './TextCell'

/** So many chips fit; the others are counted. */
const SHOWN = 2
/** A name of so many letters is never cut to make room for a longer one. */
const SHORT = 12

/** The tool's functions; where it has none, what the catalogue proposes, to be accepted with a click. */
export function FunctionsCell({ row }: { readonly row: ToolRow }) {
  const tools = useCellTools()
  const { functions, proposals } = row
  if (functions.length === 0 && proposals.length === 0) return <TextCell text={undefined} />
  if (functions.length === 0) {
    return (
      <span className={css.chips}>
        {proposals.slice(0, SHOWN).map((proposal) => (
          <ProposalChip key={proposal.key} row={row} proposal={proposal} />
        ))}
        <More names={proposals.slice(SHOWN).map(({ name }) => name[tools.language])} />
      </span>
    )
  }
  return (
    <span className={css.chips} title={functions.join('\n')}>
      {functions.slice(0, SHOWN).map((name) => (
        <span key={name} className={css.chip} data-short={name.length <= SHORT || undefined}>
          {name}
        </span>
      ))}
      <More names={functions.slice(SHOWN)} />
    </span>
  )
}

function More({ names }: { readonly names: readonly string[] }) {
  return names.length === 0 ? null : (
    <span className={css.more} title={names.join('\n')}>
      +{names.length}
    </span>
  )
}

function ProposalChip({ row, proposal }: { readonly row: ToolRow; readonly proposal: Proposal }) {
  const tools = useCellTools()
  const { t, language, writable } = tools
  const name = proposal.name[language]
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.proposal}
      data-short={name.length <= SHORT || undefined}
      aria-label={t('inventory:proposal.accept', { name })}
      title={t('inventory:proposal.hint')}
      disabled={!writable}
      onMouseEnter={(event) => {
        event.currentTarget.title = [t('inventory:proposal.hint'), ...why(row, proposal, tools)].join('\n')
      }}
      onClick={() => acceptProposal(row, proposal, language)}
    >
      <span className={css.text}>{name}</span>
      <span aria-hidden>?</span>
    </button>
  )
}

/** Why the catalogue proposes it. The findings don't carry the reason, so it is looked up for the one tool. */
function why({ tool }: ToolRow, { catalogueId }: Proposal, { t }: CellTools): string[] {
  const { name, vendor, description, tags } = tool
  const index = catalogueFor(useWorkspace.getState().inventory)
  const recognised = recogniseTool({ name, vendor, description, words: tags ?? [] }, index)
  const reason = recognised.functions.find((each) => each.catalogueId === catalogueId)?.reason
  return reason === undefined ? [] : [t(`inventory:proposal.why.${reason.code}`, { text: reason.text })]
}
