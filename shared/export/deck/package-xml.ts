import { xml } from '../svg-text'
import { emu, HEAD, type Ink, NAMESPACES, PAGE } from './drawing-xml'
import { coverLayoutXml, type LayoutNames, masterXml, pageLayoutXml } from './master-xml'
import type { Slide } from './slide'
import { themeXml } from './theme-xml'

/** One file inside the presentation. */
export interface DeckPart {
  readonly path: string
  readonly text: string
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument'
/** Ids of master and layouts share one room of numbers from 2^31 on, those of slides start at 256. */
const MASTER_ID = 2_147_483_648
const FIRST_SLIDE_ID = 256

/** All parts of a .pptx package in the order in which they are written: types first, then relations, then content. */
export function packageParts(
  slides: readonly Slide[],
  about: { readonly title: string; readonly accent: string; readonly ink: Ink; readonly names: LayoutNames },
): readonly DeckPart[] {
  const { ink, names } = about
  const parts: DeckPart[] = [
    { path: 'ppt/presentation.xml', text: presentationXml(slides.length, ink) },
    { path: 'ppt/_rels/presentation.xml.rels', text: relations(presentationTargets(slides.length)) },
    {
      path: 'ppt/slideMasters/slideMaster1.xml',
      text: masterXml(ink, names, [
        [MASTER_ID + 1, 'rId1'],
        [MASTER_ID + 2, 'rId2'],
      ]),
    },
    {
      path: 'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      text: relations([
        ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        ['slideLayout', '../slideLayouts/slideLayout2.xml'],
        ['theme', '../theme/theme1.xml'],
      ]),
    },
    { path: 'ppt/slideLayouts/slideLayout1.xml', text: coverLayoutXml(ink, names) },
    { path: 'ppt/slideLayouts/slideLayout2.xml', text: pageLayoutXml(ink, names) },
    ...[1, 2].map((n) => ({
      path: `ppt/slideLayouts/_rels/slideLayout${n}.xml.rels`,
      text: relations([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    })),
    { path: 'ppt/theme/theme1.xml', text: themeXml(about.accent) },
    { path: 'ppt/presProps.xml', text: `${HEAD}<p:presentationPr ${NAMESPACES}/>` },
    { path: 'ppt/viewProps.xml', text: `${HEAD}<p:viewPr ${NAMESPACES}/>` },
    {
      path: 'ppt/tableStyles.xml',
      text:
        `${HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
        'def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
    },
    ...slides.flatMap((slide, i) => [
      { path: `ppt/slides/slide${i + 1}.xml`, text: slide.xml() },
      {
        path: `ppt/slides/_rels/slide${i + 1}.xml.rels`,
        text: relations([['slideLayout', `../slideLayouts/slideLayout${slide.layout === 'cover' ? 1 : 2}.xml`]]),
      },
    ]),
    { path: 'docProps/core.xml', text: coreXml(about.title, ink) },
    { path: 'docProps/app.xml', text: appXml(slides.length) },
  ]
  return [
    { path: '[Content_Types].xml', text: contentTypes(parts) },
    {
      path: '_rels/.rels',
      text: relations([
        ['officeDocument', 'ppt/presentation.xml'],
        ['extended-properties', 'docProps/app.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    },
    ...parts,
  ]
}

/** Relations of the presentation; slides have `rId` 101 and up, so that their number changes nothing else. */
function presentationTargets(slides: number): readonly (readonly [string, string, string?])[] {
  return [
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ['presProps', 'presProps.xml'],
    ['viewProps', 'viewProps.xml'],
    ['theme', 'theme/theme1.xml'],
    ['tableStyles', 'tableStyles.xml'],
    ...Array.from({ length: slides }, (_, i) => ['slide', `slides/slide${i + 1}.xml`, `rId${101 + i}`] as const),
  ]
}

function presentationXml(slides: number, ink: Ink): string {
  const list = Array.from({ length: slides }, (_, i) => `<p:sldId id="${FIRST_SLIDE_ID + i}" r:id="rId${101 + i}"/>`)
  const levels = Array.from({ length: 9 }, (_, i) => {
    const place = `marL="${i * 457_200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"`
    return (
      `<a:lvl${i + 1}pPr ${place}><a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>` +
      `<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${i + 1}pPr>`
    )
  })
  return (
    `${HEAD}<p:presentation ${NAMESPACES} saveSubsetFonts="1">` +
    `<p:sldMasterIdLst><p:sldMasterId id="${MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>` +
    `<p:sldIdLst>${list.join('')}</p:sldIdLst>` +
    `<p:sldSz cx="${emu(PAGE.width)}" cy="${emu(PAGE.height)}"/><p:notesSz cx="6858000" cy="9144000"/>` +
    `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${ink.lang}"/></a:defPPr>${levels.join('')}</p:defaultTextStyle></p:presentation>`
  )
}

function relations(targets: readonly (readonly [type: string, target: string, id?: string])[]): string {
  const all = targets.map(([type, target, id], i) => {
    const full = type.startsWith('http') ? type : `${OFFICE}/${type}`
    return `<Relationship Id="${id ?? `rId${i + 1}`}" Type="${full}" Target="${target}"/>`
  })
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

const TYPES: readonly (readonly [start: string, type: string])[] = [
  ['ppt/presentation.xml', `${KIND}.presentationml.presentation.main+xml`],
  ['ppt/slideMasters/', `${KIND}.presentationml.slideMaster+xml`],
  ['ppt/slideLayouts/', `${KIND}.presentationml.slideLayout+xml`],
  ['ppt/slides/', `${KIND}.presentationml.slide+xml`],
  ['ppt/theme/', `${KIND}.theme+xml`],
  ['ppt/presProps.xml', `${KIND}.presentationml.presProps+xml`],
  ['ppt/viewProps.xml', `${KIND}.presentationml.viewProps+xml`],
  ['ppt/tableStyles.xml', `${KIND}.presentationml.tableStyles+xml`],
  ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['docProps/app.xml', `${KIND}.extended-properties+xml`],
]

function contentTypes(parts: readonly DeckPart[]): string {
  const overrides = parts.flatMap(({ path }) => {
    if (path.endsWith('.rels')) return []
    const type = TYPES.find(([start]) => path.startsWith(start))?.[1]
    if (type === undefined) throw new Error(`A part without a type: ${path}`)
    return [`<Override PartName="/${path}" ContentType="${type}"/>`]
  })
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

function coreXml(title: string, ink: Ink): string {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xml(title)}</dc:title><dc:creator>Toolscape</dc:creator><dc:language>${ink.lang}</dc:language></cp:coreProperties>`
  )
}

function appXml(slides: number): string {
  return (
    `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<Application>Toolscape</Application><Slides>${slides}</Slides></Properties>`
  )
}
