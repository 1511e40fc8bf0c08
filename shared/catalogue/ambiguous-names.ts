import { normaliseName } from '../inventory/normalise'

/**
 * Names of products that are dictionary words too. Alone in a list they may be the product, a department's name for
 * something else, or a column that slipped; behind them anything may follow.
 */
const AMBIGUOUS = new Set(
  (
    'abacus absorb access achilles across acuity affinity altair amplitude anaconda anaqua anecdotes apex arc archer ' +
    'architect arena articulate ashby aspect assent asterisk atlas audacity bamboo bill blackboard blender board bob ' +
    'box braze bridge bubble buffer bullhorn cadenza calamari calypso canny canto canvas capsule captivate carbonite ' +
    'carta cassandra chaser chef chorus circuit clarity clay clearwater clover coda compass concord conductor consul ' +
    'copper cornerstone crisp crucible cursor cypress delighted delphi deputy diamant diligent discord discourse ' +
    'docker domo donut doodle doppler dovetail dragon drift drip duo eclipse elastic element elster emma envoy epic ' +
    'exchange factorial falcon fathom fiddler firebird fireflies fishbowl fisheye flip float foreman formalize forms ' +
    'frame framer front funnel gamma gemini ghost glean gliffy glint gong greenhouse greyhound groove guacamole guru ' +
    'gusto harbor harness harvest harvey heap helm hive honestly honeycomb horizon hornbill hunter huntress hydra ' +
    'hydrogen ignition illustrator indeed insider insomnia intercom inventor ironclad jabber jasper joan jobber ' +
    'joplin jostle katana keeper kettle keyhole kirby knack kong kronos lattice lever lightspeed linchpin linear ' +
    'lithium litmus lobster lookback loom lucid luminous magnolia majesty make mantis maple masterplan maximizer ' +
    'meetup mew mews miro missive mode monday moss motive mural namely navigator nifty nimble nomad notion obsidian ' +
    'octopus omada orbis otter outline outreach oyster palantir panther paperless papyrus patricia pave perplexity ' +
    'phenom phrase pigment pitch planner plausible playwright podio postman postmark prelude primavera procreate ' +
    'project prolific prometheus puppet quip rainbow rally ramp rancher relativity remote respondent responsive rev ' +
    'rhino rider rippling riverbed robin runway salt salto samba samsara sanity scope scribe segment segments seismic ' +
    'selenium sentry sesame session signal silverback simba sketch snowflake snowplow spark spiff spinnaker splash ' +
    'splunk square sterling stitch storyline stream streamline stripe subversion superhuman superset swagger sway ' +
    'taifun taiga tally teams telegram teleport terminus testify things thunderbird timely toast torii tosca totara ' +
    'traka troops tulip twist unity unleashed vagrant vault vertex victor vision visit wasabi watershed wave whisper ' +
    'wire wise word workable writer xray yardi zephyr zeus zip'
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
