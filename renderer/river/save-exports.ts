import type { HeadlessKind, PictureOptions, SaveError, SaveKind } from '../../shared/bridge'
import { type Sides, sidesOf } from '../../shared/export/picture-size'
import type { MapLook } from '../../shared/inventory/map-look'
import { useWorkspace } from '../database/workspace'
import { bridge } from '../files/bridge'
import { translate } from '../i18n'
import { notify, notifyProblem } from '../notify'
import { today } from '../today'
import { useUi } from '../ui-state'
import { EXPORTS, isFolderKind, SAVED_AS } from './exports'
import { mapSvg } from './leave'
import { pseudonymised, type Shown, withConclusions } from './make-source'
import { ExportFailed } from './paper-exports'
import { type Basics, PLAIN_PICTURE } from './source'
import { useWorkspaces } from './workspaces'

/** What somebody chose in the dialog. */
export interface ExportOptions {
  readonly language: 'de' | 'en'
  readonly flavour: 'de' | 'en'
  readonly pseudonymise: boolean
  readonly picture: PictureOptions
  /** What pictures of the map show; absent: everything. */
  readonly shown?: Shown
}

/** An export as the window is, at once; says how it went. `look`: how the map looks, for pictures of it. */
export async function exportNow(kind: HeadlessKind, look?: MapLook): Promise<void> {
  const { language } = useUi.getState().settings
  const problem = await exportAs(kind, {
    language,
    flavour: language,
    pseudonymise: false,
    picture: PLAIN_PICTURE,
    ...(look === undefined ? {} : { shown: { look } }),
  })
  if (problem !== undefined) notifyProblem(problem)
}

/** What the present inventory is exported from. */
function basicsOf({ language, flavour, picture, pseudonymise }: ExportOptions): Basics {
  const { inventory, sequence, id } = useWorkspace.getState()
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
    picture,
  }
  return pseudonymise ? pseudonymised(open) : open
}

/** Width and height of the picture at a scale of 1, in pixels, as the present inventory gives it. */
export async function pictureSides(options: ExportOptions): Promise<Sides> {
  const basics = basicsOf(options)
  const source = await withConclusions(basics, options.shown, useWorkspace.getState().inventory)
  return sidesOf(mapSvg(source, source.theme))
}

/** Makes an export for the present inventory, asks where, writes, and says so; gives back what went wrong, if anything. */
export async function exportAs(kind: HeadlessKind, options: ExportOptions): Promise<SaveError | undefined> {
  const { inventory } = useWorkspace.getState()
  const exporter = EXPORTS[kind]
  const shown = exporter.picture === undefined ? undefined : options.shown
  const basics = basicsOf(options)
  const made = async () =>
    exporter.needs === 'inventory'
      ? exporter.contents(basics)
      : exporter.contents(await withConclusions(basics, shown, inventory))
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
