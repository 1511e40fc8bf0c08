import { test } from 'vitest'
import { layout } from '/work/main/shared/graph/layout'
import { aCompany } from '/work/main/test/shared/graph/a-company'
test('bench', () => {
  for (const [n, d, f] of [[20,6,10],[120,12,60],[1000,24,1500],[3000,40,4500],[10000,60,15000],[10000,300,15000]] as const) {
    const { graph } = aCompany(n, d, f)
    let best = 1e9, first = 0
    for (let i = 0; i < 6; i++) { const c = process.cpuUsage(); const t = performance.now(); const p = layout(graph, new Map()); const ms = performance.now() - t; if (i===0) first = ms; best = Math.min(best, ms)
      if (i===5) console.log(n, d, 'first', first.toFixed(1), 'best', best.toFixed(1), p.bounds, 'fill', ([...p.at].filter(([k])=>k[0]!=='t').reduce((s,[,r])=>s+r.width*r.height,0)/(p.bounds.width*p.bounds.height)).toFixed(2)) }
  }
})
