import type { Assigned, Bundle, PlatformArea, PlatformAreaCode } from './findings'

/** Which area a catalogue domain belongs to; domains that no such platform covers are absent. */
export const AREA_OF_DOMAIN: Readonly<Record<string, PlatformAreaCode>> = {
  'it-service': 'it-service-operations',
  'customer-service': 'customer-service',
  hr: 'enterprise-services',
  finance: 'enterprise-services',
  legal: 'enterprise-services',
  purchasing: 'enterprise-services',
  facilities: 'enterprise-services',
}

/** Functions that belong to another area than their domain, or whose domain belongs to none. */
export const AREA_OF_FUNCTION: Readonly<Record<string, PlatformAreaCode>> = {
  'identity-access': 'it-service-operations',
  'vulnerability-management': 'it-service-operations',
  'complaint-management': 'customer-service',
}

const AREAS = ['it-service-operations', 'customer-service', 'enterprise-services'] as const

/**
 * The three areas for which platforms are sold, and what one platform would gain in each: the scores above zero of its
 * bundles, added up; tools, departments and interfaces each counted once. Best first, ties in the order above. Areas
 * without any bundle are there, with a gain of 0.
 * @param bundles by rank
 */
export function platformAreas(bundles: readonly Bundle[], assigned: Assigned): readonly PlatformArea[] {
  const areas = AREAS.map((area) => {
    const own = bundles.filter((bundle) => areaOf(bundle, assigned) === area)
    const interfaces = own.flatMap(({ terms }) => terms.find(({ code }) => code === 'interfaces-removed')?.flows ?? [])
    return {
      area,
      rank: 0,
      gain: own.reduce((sum, { score }) => sum + Math.max(0, score), 0),
      bundles: own.map(({ functionKey }) => functionKey),
      tools: [...new Set(own.flatMap(({ tools }) => tools))],
      departments: [...new Set(own.flatMap(({ departments }) => departments))],
      interfaces: [...new Set(interfaces)],
    }
  })
  return areas.sort((a, b) => b.gain - a.gain).map((area, index) => ({ ...area, rank: index + 1 }))
}

function areaOf({ functionKey, domain }: Bundle, { functions }: Assigned): PlatformAreaCode | undefined {
  const catalogueId = functions.get(functionKey)?.catalogueId ?? ''
  if (Object.hasOwn(AREA_OF_FUNCTION, catalogueId)) return AREA_OF_FUNCTION[catalogueId]
  return domain !== undefined && Object.hasOwn(AREA_OF_DOMAIN, domain) ? AREA_OF_DOMAIN[domain] : undefined
}
