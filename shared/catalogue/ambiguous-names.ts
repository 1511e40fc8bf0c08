import { normaliseName } from '../inventory/normalise'

/**
 * Names of products that are dictionary words too. Alone in a list they may be the product, a department's name for
 * something else, or a column that slipped; behind them anything may follow.
 */
const AMBIGUOUS = new Set(
  (
    'access across affinity amplitude anaqua anecdotes apex arc archer architect arena articulate ashby atlas bamboo bill ' +
    'blender board bob box bridge bubble buffer calypso canvas canto canny captivate carta chaser chef chorus clarity clay ' +
    'clover coda compass concord consul copper crisp crucible cursor cypress deputy diamant discord domo donut dovetail ' +
    'drift drip dragon duo eclipse element emma envoy epic exchange falcon fathom fiddler float flip foreman forms ' +
    'framer front frame funnel gamma gemini glean glint gliffy groove ghost greenhouse guru gusto harbor harness harvest ' +
    'harvey heap helm honeycomb horizon hive hunter hydra hydrogen ignition illustrator insider insomnia intercom ' +
    'inventor joan jasper kettle keeper kirby lattice lever lightspeed linear lithium litmus lookback loom make maximizer ' +
    'maple meetup mew mews miro mode monday moss motive mural navigator nimble nomad notion octopus omada orbis otter ' +
    'outline outreach oyster palantir panther patricia pave perplexity phenom phrase pigment pitch planner playwright ' +
    'podio postman primavera procreate prolific prometheus project puppet quip rainbow rally ramp rancher relativity ' +
    'remote respondent rev rhino rider rippling robin runway salt samba sanity scope scribe segment segments sentry ' +
    'sesame session signal sketch spark splash splunk square sterling stitch storyline stream streamline swagger taiga ' +
    'tally teams telegram terminus things timely toast torii tosca totara traka tulip twist unity vault vertex ' +
    'victor vision visit wave whisper wire wise word writer yardi zeus zip'
  ).split(' '),
)

/** Everyday words beyond those: some name products, and something else altogether with another word behind them. */
const EVERYDAY = new Set(
  (
    'outlook drive meet slack zoom paint photos keep sheets docs slides sites base basecamp pages numbers flow height ' +
    'asana central connect studio portal manager office works expert plus impact workplace dynamics master smart data ' +
    'cloud online mobile digital service support system group global first direct power active open easy simple'
  ).split(' '),
)

/** True for a product's name that is a word of its own: it takes more than the name alone to be sure. */
export function isAmbiguousName(name: string): boolean {
  return AMBIGUOUS.has(normaliseName(name))
}

/** True for words after which anything may follow: at the start of a name they say nothing about the product. */
export function isEverydayWord(word: string): boolean {
  return AMBIGUOUS.has(word) || EVERYDAY.has(word)
}
