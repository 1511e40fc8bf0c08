import type { HeadlessKind, SaveError, SaveKind } from '../../shared/bridge'
import type { MapLook } from '../../shared/inventory/map-look'
import { useWorkspace } from '../database/workspace'
import { bridge } from '../files/bridge'
import { translate } from '../i18n'
import { notify, notifyProblem } from '../notify'
import { today } from '../today'
import { useUi } from '../ui-state'
import { EXPORTS, isFolderKind, SAVED_AS } from './exports'
import { pseudonymised, withConclusions } from './make-source'
import { ExportFailed } from './paper-exports'
import type { Basics } from './source'
import { useWorkspaces } from './workspaces'

/** What somebody chose in the dialog. */
export interface ExportOptions {
  readonly language: 'de' | 'en'
  readonly flavour: 'de' | 'en'
  readonly pseudonymise: boolean
  /** The filters to apply to pictures; absent: everything is shown. */
  readonly look?: Pick<MapLook, 'filters' | 'methods'>
}

/** The window's language, nothing hidden, nothing left out. */
function plainOptions(): ExportOptions {
  const { language } = useUi.getState().settings
  return { language, flavour: language, pseudonymise: false }
}

/** An export as the window is, at once; says how it went. */
export async function exportNow(kind: HeadlessKind): Promise<void> {
  const problem = await exportAs(kind, plainOptions())
  if (problem !== undefined) notifyProblem(problem)
}

/** Makes an export for the present inventory, asks where, writes, and says so; gives back what went wrong, if anything. */
export async function exportAs(kind: HeadlessKind, options: ExportOptions): Promise<SaveError | undefined> {
  const { language, flavour, pseudonymise, look } = options
  const { inventory, sequence, id } = useWorkspace.getState()
  const exporter = EXPORTS[kind]
  const shaped = exporter.picture === true ? look : undefined
  const name = useWorkspaces.getState().workspaces.find((each) => each.id === id)?.name
  const open: Basics = {
    inventory,
    sequence,
    language,
    flavour,
    theme: document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light',
    today: today(),
    ...(name === undefined ? {} : { name }),
    filters: [],
    pseudonymised: false,
  }
  const basics = pseudonymise ? pseudonymised(open) : open
  const made = async () =>
    exporter.needs === 'inventory'
      ? exporter.contents(basics)
      : exporter.contents(await withConclusions(basics, shaped, inventory))
  const contents = await made().catch((error: unknown) => {
    if (error instanceof ExportFailed) return error
    throw error
  })
  if (contents instanceof ExportFailed) {
    notify(contents.message)
    return undefined
  }
  if (typeof contents === 'string' || contents instanceof Uint8Array) {
    if (isFolderKind(kind)) throw new Error(`${kind} is written into a folder`)
    return write(SAVED_AS[kind], contents)
  }
  if (!isFolderKind(kind)) throw new Error(`${kind} is one file`)
  const saved = await bridge.saveFolder(kind, contents)
  if (!saved.ok) return saved.error
  notify(translate('exportDialog:savedInto', { name: saved.value.name, count: contents.length }))
  return undefined
}

/** Asks where, writes, and says how it went. */
export async function save(kind: SaveKind, content: string | Uint8Array): Promise<void> {
  const problem = await write(kind, content)
  if (problem !== undefined) notifyProblem(problem)
}

async function write(kind: SaveKind, content: string | Uint8Array): Promise<SaveError | undefined> {
  const saved = await bridge.save(kind, suggestedName(kind, today()), content)
  if (!saved.ok) return saved.error
  notify(translate('shell:savedAs', { name: saved.value.name }))
  return undefined
}

const NAMES: Readonly<Record<SaveKind, string>> = {
  'map-svg': 'toolscape',
  'map-drawio': 'toolscape',
  'map-mermaid': 'toolscape',
  'workbook-xlsx': 'toolscape',
  'report-json': 'toolscape',
  'workspace-json': 'toolscape-workspace',
  'tools-csv': 'tools',
  'flows-csv': 'data-flows',
  'departments-csv': 'departments',
  'problems-csv': 'problems',
  'mapping-json': 'mapping',
  'archimate-xml': 'archimate',
  'leanix-xlsx': 'leanix',
  'turbo-ea-xlsx': 'turbo-ea',
  'backstage-yaml': 'catalog-info',
  'inventory-sql': 'inventory',
  'pilot-html': 'pilot',
  'matrix-csv': 'matrix',
  'own-products-json': 'products',
  'map-png': 'toolscape',
  'map-pdf': 'toolscape',
  'summary-html': 'summary',
  'summary-pdf': 'summary',
  'book-html': 'inventory',
  'book-pdf': 'inventory',
  'deck-pptx': 'toolscape',
}

/** File names to suggest; the ending comes with the kind. */
function suggestedName(kind: SaveKind, date: string): string {
  return kind === 'backstage-yaml' ? NAMES[kind] : `${NAMES[kind]}-${date}`
}
