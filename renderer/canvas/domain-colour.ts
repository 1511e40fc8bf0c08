import { useComputedColorScheme } from '@mantine/core'
import { domainColour } from '../../shared/graph/palette'

/** The colour of a domain's stripe in the scheme that shows; a neutral one where the domain isn't known. */
export function useDomainColour(domain: string | undefined): string {
  const scheme = useComputedColorScheme('light')
  return domainColour(domain, scheme)
}
