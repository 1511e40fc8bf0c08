import { type Element, everything } from './read-deck'

/**
 * The children of the elements that a deck uses, in the order that the schema demands (ECMA-376, PresentationML and
 * DrawingML). Office programs offer to repair what LibreOffice reads without a word.
 */
const FILLS = ['a:noFill', 'a:solidFill', 'a:gradFill', 'a:blipFill', 'a:pattFill']
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'p:presentation': [
    'p:sldMasterIdLst',
    'p:notesMasterIdLst',
    'p:sldIdLst',
    'p:sldSz',
    'p:notesSz',
    'p:defaultTextStyle',
  ],
  'p:sldMaster': ['p:cSld', 'p:clrMap', 'p:sldLayoutIdLst', 'p:txStyles'],
  'p:sldLayout': ['p:cSld', 'p:clrMapOvr'],
  'p:sld': ['p:cSld', 'p:clrMapOvr'],
  'p:cSld': ['p:bg', 'p:spTree'],
  'p:bgPr': [...FILLS, 'a:effectLst'],
  'p:txStyles': ['p:titleStyle', 'p:bodyStyle', 'p:otherStyle'],
  'p:sp': ['p:nvSpPr', 'p:spPr', 'p:style', 'p:txBody'],
  'p:nvSpPr': ['p:cNvPr', 'p:cNvSpPr', 'p:nvPr'],
  'p:cxnSp': ['p:nvCxnSpPr', 'p:spPr', 'p:style'],
  'p:nvCxnSpPr': ['p:cNvPr', 'p:cNvCxnSpPr', 'p:nvPr'],
  'p:cNvCxnSpPr': ['a:cxnSpLocks', 'a:stCxn', 'a:endCxn'],
  'p:nvGrpSpPr': ['p:cNvPr', 'p:cNvGrpSpPr', 'p:nvPr'],
  'p:grpSpPr': ['a:xfrm'],
  'p:spPr': ['a:xfrm', 'a:prstGeom', ...FILLS, 'a:ln', 'a:effectLst'],
  'a:xfrm': ['a:off', 'a:ext', 'a:chOff', 'a:chExt'],
  'p:xfrm': ['a:off', 'a:ext'],
  'a:prstGeom': ['a:avLst'],
  'a:ln': [...FILLS, 'a:prstDash', 'a:round', 'a:headEnd', 'a:tailEnd'],
  'a:lnB': [...FILLS, 'a:prstDash'],
  'p:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'],
  'a:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'],
  'a:bodyPr': ['a:noAutofit'],
  'a:p': ['a:pPr', 'a:r', 'a:fld', 'a:endParaRPr'],
  'a:r': ['a:rPr', 'a:t'],
  'a:fld': ['a:rPr', 'a:pPr', 'a:t'],
  'a:rPr': ['a:ln', ...FILLS, 'a:latin', 'a:ea', 'a:cs'],
  'a:defRPr': ['a:ln', ...FILLS, 'a:latin', 'a:ea', 'a:cs'],
  'a:pPr': ['a:lnSpc', 'a:spcBef', 'a:spcAft', 'a:buClr', 'a:buFont', 'a:buNone', 'a:buChar', 'a:defRPr'],
  'a:lvl1pPr': ['a:lnSpc', 'a:spcBef', 'a:spcAft', 'a:buFont', 'a:buNone', 'a:buChar', 'a:defRPr'],
  'p:graphicFrame': ['p:nvGraphicFramePr', 'p:xfrm', 'a:graphic'],
  'p:nvGraphicFramePr': ['p:cNvPr', 'p:cNvGraphicFramePr', 'p:nvPr'],
  'a:graphic': ['a:graphicData'],
  'a:graphicData': ['a:tbl'],
  'a:tbl': ['a:tblPr', 'a:tblGrid', 'a:tr'],
  'a:tblGrid': ['a:gridCol'],
  'a:tr': ['a:tc'],
  'a:tc': ['a:txBody', 'a:tcPr'],
  'a:tcPr': ['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB', 'a:lnTlToBr', 'a:lnBlToTr', 'a:cell3D', ...FILLS],
  'a:theme': ['a:themeElements', 'a:objectDefaults', 'a:extraClrSchemeLst'],
  'a:themeElements': ['a:clrScheme', 'a:fontScheme', 'a:fmtScheme'],
  'a:fmtScheme': ['a:fillStyleLst', 'a:lnStyleLst', 'a:effectStyleLst', 'a:bgFillStyleLst'],
  'a:clrScheme': [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ].map((name) => `a:${name}`),
}

/** Children without which the schema does not let an element be. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'p:sp': ['p:nvSpPr', 'p:spPr'],
  'p:cxnSp': ['p:nvCxnSpPr', 'p:spPr'],
  'p:txBody': ['a:bodyPr', 'a:p'],
  'a:txBody': ['a:bodyPr', 'a:p'],
  'a:tbl': ['a:tblGrid'],
  'p:graphicFrame': ['p:nvGraphicFramePr', 'p:xfrm', 'a:graphic'],
  'p:presentation': ['p:sldMasterIdLst', 'p:sldIdLst', 'p:sldSz', 'p:notesSz'],
  'p:sldMaster': ['p:cSld', 'p:clrMap', 'p:sldLayoutIdLst', 'p:txStyles'],
  'a:fmtScheme': ['a:fillStyleLst', 'a:lnStyleLst', 'a:effectStyleLst', 'a:bgFillStyleLst'],
  'a:clrScheme': ORDER['a:clrScheme'] ?? [],
}

/** What stands where the schema does not want it: one line per fault. */
export function orderFaults(root: Element): readonly string[] {
  return everything(root).flatMap((element) => {
    const names = element.children.map(({ name }) => name)
    const order = ORDER[element.name]
    const faults = (NEEDED[element.name] ?? [])
      .filter((name) => !names.includes(name))
      .map((name) => `${element.name} lacks ${name}`)
    if (order === undefined) return faults
    const places = names.map((name) => order.indexOf(name))
    places.forEach((place, i) => {
      if (place === -1) faults.push(`${names[i]} in ${element.name}`)
      else if (i > 0 && place < (places[i - 1] ?? 0))
        faults.push(`${names[i]} after ${names[i - 1]} in ${element.name}`)
    })
    return faults
  })
}
