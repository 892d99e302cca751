// @ts-check
// Every English word of the page. Terms are those of docs/guide/glossary.md, definitions those of
// docs/model/measures.md; nothing here blames anybody.

import { day, duration, ofHundred, oneIn, percent, plain, range, signed, stakes, years } from './numbers.js';

/** @typedef {'breach'|'clash'|'exit'} Clock */

/** From the best case to the worst, as in the report. @type {[number, string][]} */
const PHRASES = [
  [0.9, 'Very likely to hold'],
  [0.66, 'Likely to hold'],
  [0.55, 'More likely to hold than to fail'],
  [0.45, 'As likely to fail as to hold'],
  [0.34, 'More likely to fail than to hold'],
  [0.1, 'Likely to fail'],
  [0, 'Very likely to fail'],
];

/** @param {number} p @param {number} time @param {Clock} clock @returns {string} */
function phrase(p, time, clock) {
  const rounded = Math.round(100 * p) / 100;
  const [, said] = /** @type {[number, string]} */ (PHRASES.find(([from]) => rounded >= from));
  const during = rounded < 0.34 ? `within ${years(time)}` : `for ${years(time)}`;
  if (clock !== 'clash') return `${said} ${during}.`;
  return `Without an agreement, peace is ${said[0].toLowerCase()}${said.slice(1)} ${during}.`;
}

const STATES = {
  breach: 'stays free of a material breach',
  clash: 'stays free of an armed clash',
  exit: 'stays in force',
};

export const words = {
  /** @param {string} name @returns {string} */
  proposal: (name) => (name === 'as drafted' ? 'As drafted' : name),

  page: {
    name: 'Servanda',
    skip: 'Skip to the answer',
    loading: 'Starting …',
    what: 'Will an agreement hold, who would break it, when and why?',
    nav: 'Parts of this page',
    parts: /** @type {[string, string][]} */ ([
      ['answer', 'Answer'], ['assumptions', 'Assumptions'], ['why', 'Why'], ['compare', 'Compared'],
      ['repairs', 'Repairs'], ['literature', 'Published results'],
    ]),
    choose: 'Agreements',
    openFile: 'Open a file',
    download: 'Download',
    downloadLong: 'Download the file with all changes; comments are kept',
    print: 'Print',
    printLong: 'Print the report',
    undo: 'Undo',
    undoLong: 'Undo the last change',
    drop: 'Drop a scenario file to open it',
    /** @param {string} start @param {string[]} parties */
    kicker: (start, parties) => `Will it hold? From ${day(start)} · ${parties.join(', ')}`,
    title: (/** @type {string} */ title) => `${title} – Servanda`,
    untitled: 'A file that cannot be read yet',
    local: 'Everything is computed on this machine; nothing is sent anywhere else.',
    remote: (/** @type {string} */ host) => `Everything is computed on the server at ${host}; nothing is sent anywhere else.`,
  },

  choose: {
    title: 'Choose an agreement',
    deck: 'Agreements since 1839 and two live questions. Each is an example to change, not a verdict on history.',
    close: 'Close',
    filter: 'Find',
    none: 'No agreement has these words.',
    from: (/** @type {string} */ start) => start.slice(0, 4),
    own: 'Or open a file of your own: drop it anywhere on this page, or',
    ownButton: 'choose a file',
    notText: 'This is no text file.',
    notTextTry: 'Choose a scenario file in YAML; the catalogue shows what one looks like.',
    tooLong: (/** @type {string} */ name) => `${name} is longer than a scenario file can be (1 MiB).`,
  },

  verdict: {
    phrase,
    /** @param {string} name @param {boolean} drafted @param {{clock: Clock, years: number, probability: number}} head */
    sentence: (name, drafted, head) => {
      const subject = drafted ? 'The agreement as drafted' : head.clock === 'clash' ? `With “${name}”, peace` : `The agreement with “${name}”`;
      const state = head.clock === 'clash' && !drafted ? 'lasts' : STATES[head.clock];
      return `${subject} ${state} for ${years(head.years)} in ${ofHundred(head.probability)} of 100 histories.`;
    },
    /** @param {string} name @param {string} before @param {string} after @param {string} rest */
    before: (name, before, after, rest) => `${name} ${before} ${after} ${rest}`,
    subject: (/** @type {string} */ name, /** @type {boolean} */ drafted, /** @type {boolean} */ refused) =>
      drafted ? 'The agreement as drafted' : refused ? `With “${name}”, peace` : `The agreement with “${name}”`,
    state: (/** @type {Clock} */ clock, /** @type {boolean} */ refused, /** @type {number} */ time) =>
      `${refused ? 'lasts' : STATES[clock]} for ${years(time)} in`,
    histories: 'of 100 histories',
    quick: 'Quick estimate',
    quickLong: 'Solved on a coarse grid while you change things. The full answer replaces it when you pause.',
    full: 'Full answer',
    fullLong: 'Solved on the fine grid, for exactly this text.',
    stale: 'Of an earlier text',
    staleLong: 'This does not belong to the text as it is now.',
    waiting: 'Computing …',
    unread: 'No answer: the text has problems, listed below.',
    refused: 'No answer: the server did not read this text.',
    swapped: 'The roles are swapped: the two principals have each other’s names.',
    /** @param {string} sentence */
    fullSaid: (sentence) => `Full answer: ${sentence}`,
    one: 'One run with every assumption at its most plausible value; not a forecast.',
    /** @param {{low: number, high: number, worlds?: number}} band @param {boolean} finished @param {number} worlds solved @param {number} all */
    band: (band, finished, worlds, all) =>
      `In nine of ten plausible worlds: between ${ofHundred(band.low)} and ${ofHundred(band.high)} of 100 (${finished ? `${worlds}` : `so far ${worlds} of ${all}`} worlds).`,
    noBand: 'How far plausible worlds differ is computed when you pause.',
  },

  work: {
    /** @param {string} name */
    answer: (name) => `Full answer: ${name}`,
    /** @param {number} worlds */
    study: (worlds) => `${worlds} plausible worlds`,
    repair: 'Search for repairs', finishing: 'finishing', /** What a job is at. @type {Record<string, string>} */
    stages: { solving: 'solving', alternatives: 'the other proposals', sensitivity: 'moving every assumption', 'checking the grid': 'checking the grid', 'reading the findings': 'reading the findings' },
    literature: 'Published results',
    cancel: 'Stop',
    /** @param {string} what */
    cancelLong: (what) => `Stop: ${what}`,
    resume: 'Go on',
    stopped: 'Stopped. Quick estimates go on.',
    failed: 'The work failed.', /** @param {number|null} seconds */
    left: (seconds) => (seconds === null ? '' : `about ${duration(seconds)} left`),
  },

  lost: {
    title: 'The server does not answer.',
    text: 'What you wrote is kept on this page and in this browser. Numbers stay as they were; changes are applied when the server is back.',
    textToken: 'What you wrote is kept on this page. Numbers stay as they were; changes are applied when the server is back.',
    again: 'Try now',
    back: 'The server is back.',
  },

  refusal: {
    close: 'Dismiss',
    /** @param {string} why */
    change: (why) => `This change does not fit the draft, so it was not made: ${why}.`,
    reload: 'Reload this page; what you wrote is kept.',
    /** What a refusal speaks of. @type {Record<string, string>} */
    parts: { name: 'The name of the file', text: 'The text', target: 'The target', view: 'The arrangement of the page' },
    part: 'The request',
    gone: { what: 'There is no draft under this address.', try: 'The draft that was open is still here.' },
    unsavedTitle: 'The draft is not kept on the server:',
    unsaved: 'What you wrote is kept on this page; keeping it is tried again after every change and every quarter of a minute. Download the file to be safe.',
  },

  beside: {
    title: 'This draft was changed in another tab or window.',
    text: 'What you wrote here is now kept beside it, as a draft of its own under the address of this page. The other text is at',
  },

  token: {
    title: 'This server asks for a token',
    deck: 'It stands after “#token=” in the address that was printed where the server was started. It is kept until this tab is closed.',
    wrong: 'The server does not know this token.',
    label: 'Token',
    go: 'Go on',
  },

  clock: {
    label: 'Clock',
    all: 'All three',
    breach: 'No material breach',
    clash: 'No armed clash',
    exit: 'In force',
    lower: { breach: 'no material breach', clash: 'no armed clash', exit: 'agreement in force' },
  },

  draft: {
    title: 'The draft',
    clauses: 'Clauses',
    text: 'Text',
    how: 'How to change the draft',
    shown: 'Set beside it',
    shownLong: 'Other proposals of this file, solved in the same worlds',
    /** @param {number} number */
    copyName: (number) => `proposal ${number}`,
    copy: 'Copy',
    copyLong: (/** @type {string} */ name) => `Make a new proposal from “${name}”`,
    hide: 'Put away',
    hideLong: (/** @type {string} */ name) => `Take “${name}” out of the comparison`,
    drop: 'Delete',
    dropLong: (/** @type {string} */ name) => `Delete “${name}” from the file`,
    full: 'Four proposals are the most that fit side by side. Put one away first.',
    detail: 'Details below',
    detailLong: (/** @type {string} */ name) => `Show the details of “${name}” below`,
    refused: 'Nothing is signed.',
    none: 'No clauses yet.',
    add: 'Add a clause',
    addButton: 'Add',
    notNow: (/** @type {string} */ clause, /** @type {string} */ why) => `${clause} Not now: ${why}.`,
    addLong: (/** @type {string} */ name) => `Add this clause to “${name}”`,
    dropClause: 'Drop',
    dropClauseLong: (/** @type {string} */ clause) => `Drop the clause: ${clause}`,
    changed: 'not so in the draft',
    missing: 'Dropped from the draft:',
    takeBack: 'Take back',
    takeBackLong: (/** @type {string} */ clause) => `Take this clause back in: ${clause}`,
    weakest: 'weakest',
    strongest: 'strongest',
    notWritten: 'not written: default',
    settle: 'Write this value into the draft',
    of100: 'of 100', worth: 'Worth to each, in stakes; more is better',
    lastYears: (/** @type {Clock} */ clock, /** @type {number} */ time) => `${words.clock.lower[clock]} for ${years(time)}`,
    against: (/** @type {number} */ points) =>
      points === 0 ? 'as many as drafted' : points > 0 ? `${points} more than as drafted` : `${-points} fewer than as drafted`,
  },

  text: {
    label: 'Text of the scenario file',
    keys: 'Ctrl-Space completes keys and words. Tab leaves the editor.',
    none: 'No problems: the text can be solved.',
    problems: (/** @type {number} */ count) => (count === 1 ? '1 problem' : `${count} problems`),
    leftOut: 'Left out, because it cannot be set beside the draft',
    at: (/** @type {number} */ line, /** @type {number} */ column) => `line ${line}, column ${column}`,
    loading: 'The editor is loading …',
    plain: 'The editor could not be loaded; this is a plain field.',
  },

  assumptions: {
    title: 'What it rests on',
    deck: 'Every answer follows from assumptions that can be disputed. Move one within its range and watch the answer; the value is written into the file.',
    swap: 'Swap the roles',
    swapLong: 'The two principals change places: names move, every number stays with its role. If the answer looks different to you then, the difference lies in the names.',
    rivals: 'Where schools differ',
    rivalsDeck: 'Rival estimates of the same thing. Choosing one is an assumption, too.',
    own: 'own number',
    /** @param {string} name of a rival set */
    school: (name) => name.split('-').map((part) => part[0].toUpperCase() + part.slice(1)).join(' '),
    all: (/** @type {number} */ count) => `All ${count} assumptions`,
    find: 'Find an assumption',
    none: 'No assumption has these words.',
    key: 'Most important here',
    fixed: 'no range given',
    columns: { what: 'Assumption', value: 'Value', range: 'Range', source: 'Source', confidence: 'How sure' },
    confidence: /** @type {Record<string, string>} */ ({
      V: 'verified', sure: 'sure', 'fairly-sure': 'fairly sure', derived: 'derived', check: 'unchecked',
    }),
  },

  dial: {
    /** @param {number} low @param {number} high @param {string} unit */
    range: (low, high, unit) => `range ${range(low, high, unit)}`,
    /** @param {string} mode */
    mode: (mode) => `most plausible: ${mode}`,
    /** @param {string|null} source */
    source: (source) => (source ? `source: ${source}` : 'no source given'),
    /** @param {string} value @param {string|null} source of that value */
    moved: (value, source) => `moved by hand; opened at ${value}, ${words.dial.source(source)}`,
    open: 'What is behind this number',
    written: 'written in the file',
    standing: 'default',
  },

  panel: {
    close: 'Close',
    back: 'Back',
    value: 'Value used',
    mode: 'Most plausible value',
    range: 'Range',
    unit: 'Unit',
    source: 'Source',
    confidence: 'How sure',
    key: 'Key in the file',
    where: 'Stands',
    written: 'in this file',
    standing: 'among the defaults; moving it writes it into this file',
    moves: 'What it does to the answer',
    movesNone: 'Not known yet. “What moves the answer” below finds out; a study of plausible worlds says it, too.',
    /** @param {number} low @param {number} high @param {string} what */
    moved: (low, high, what) => `At its low end ${percent(low)}, at its high end ${percent(high)} (${what}).`,
    /** @param {any} driver */
    driven: (driver) =>
      `Knowing it would remove ${percent(driver.first.value)} of the spread over plausible worlds (${percent(driver.first.low)} to ${percent(driver.first.high)}).`,
    untold: 'In the plausible worlds solved so far it cannot be told from an assumption that does nothing.',
    measure: 'How it is computed',
    behind: 'The assumptions that move it most',
    behindAll: 'Assumptions behind it; which of them matter most is not known yet',
    unitOf: /** @type {Record<string, string>} */ ({
      share: 'share', stake: 'stakes: 1 is what holding the whole disputed issue for ever is worth today', '1/stake': 'per stake',
      number: 'a plain number', ratio: 'ratio of one side’s strength to the other’s', 'log strength': 'natural logarithm of strength',
      'per year': 'per year', years: 'years',
    }),
  },

  figure: {
    table: 'Table',
    chart: 'Chart',
    tableLong: (/** @type {string} */ title) => `Show the numbers behind “${title}” as a table`,
    why: 'How to read it',
    svg: 'SVG', png: 'PNG', csv: 'CSV', copy: 'Copy',
    svgLong: (/** @type {string} */ title) => `Download “${title}” as SVG`,
    pngLong: (/** @type {string} */ title) => `Download “${title}” as PNG`,
    csvLong: (/** @type {string} */ title) => `Download the numbers behind “${title}” as CSV`,
    copyLong: (/** @type {string} */ title) => `Copy “${title}” as a picture and its numbers as text`,
    copied: 'Copied.',
    noPicture: 'The picture could not be made. The table and the numbers as CSV are still there.',
    notCopied: 'The browser did not allow copying; download it instead.',
    stale: 'Of an earlier text',
    waiting: 'Comes with the full answer.',
    waitingNow: 'Being computed …',
    legend: 'Legend',
    equation: 'Equation',
    year: 'years',
  },

  why: {
    title: 'Why',
    /** @param {string} name */
    deck: (name) => `What the full answer says about: ${name}.`,
  },

  survival: {
    title: 'How long it lasts',
    axis: 'share of histories',
    years: 'years since signature',
    why: 'Each line is the share of histories in which the event has not happened yet. A material breach is an exposed violation, a pledge openly broken or an attack while the agreement binds; an armed clash is an attack by either principal; an agreement leaves force by breach, lawful exit or lapse. The shaded band holds nine of ten plausible worlds, in which every assumption with a range is drawn anew; it can lie to one side of the line, which has every assumption at its most plausible value.',
    equation: 'S(t) = 1 − sum of f(s) over all periods s before t',
    equationWords: 'f(s): probability that the clock stops in period s. Measures, M1.',
    /** @param {string} name @param {Clock} clock @param {number|null} half @param {number} horizon */
    half: (name, clock, half, horizon) =>
      half === null
        ? `${words.proposal(name)}: more than half of all histories pass ${years(horizon)} with ${words.clock.lower[clock]}.`
        : `${words.proposal(name)}: half of all histories see ${clock === 'clash' ? 'an armed clash' : clock === 'breach' ? 'a material breach' : 'the end of the agreement'} within ${years(half)}.`,
    low: 'band, low', high: 'band, high',
    happened: (/** @type {string} */ outcome, /** @type {string} */ on) => `In fact: ${outcome}, ${on}`,
  },

  causes: {
    title: 'Who moves first, and how',
    axis: 'share of histories ended so',
    why: 'Competing ways to end: at any time their heights and what is left above them, the share that still lasts, add up to one. Colors tell parties apart, and every area has a hatch of its own. The party named is the one whose move comes first; that says nothing about who is right.',
    equation: '1 − S(t) = sum of F(who, how; t) over all causes',
    equationWords: 'F: probability that the clock has been stopped by this cause by then.',
    /** @param {string} who @param {number} share */
    reading: (who, share) => `First to move, in ${percent(share)} of the histories in which it ends: ${who}.`,
    nobody: 'no party',
    none: 'Nothing ends it within the time followed.',
    /** @param {number} count */
    others: (count) => `${count} other ways`,
    never: 'never within that time',
    within: (/** @type {number} */ time) => `within ${years(time)}`,
    cause: 'First event',
  },

  beliefs: {
    title: 'How trust moves',
    axis: 'belief',
    why: 'What everybody believes about a party, given what has been seen. Lines are means over the histories in which the agreement is in force; the shaded band holds eight of ten of them. A mean can rise although nobody learns anything good on average: histories that broke have left it, and new leaders are believed anew.',
    equation: 'b′(type) = b(type) · P(seen | type) / P(seen)',
    equationWords: 'Bayes’ rule, after every public event.',
    /** @param {string} who @param {string} type */
    line: (who, type) => `${who}: ${words.disposition(type)}`,
    /** @param {string} who @param {string} type @param {number} from @param {number} to @param {number} time */
    reading: (who, type, from, to, time) =>
      `Where the agreement lasts, the belief that ${who} is ${words.disposition(type)} goes from ${percent(from)} to ${percent(to)} in ${years(time)}.`,
    none: 'Nobody’s disposition is in doubt.',
    low: '10 %', mean: 'mean', high: '90 %',
  },

  /** @param {string} type @returns {string} */
  disposition: (type) =>
    type === 'security-seeker' ? 'a security-seeker' : type === 'expansionist' ? 'an expansionist' : type,

  ledger: {
    title: 'The incentive that decides',
    why: 'At the situation through which most breaks flow: what complying is worth to this party less what its best other move is worth, part by part. Parts to the right speak for complying. They add up to the last bar. They say what the difference consists of, not what would happen if a part were absent.',
    equation: 'slack = sum over parts c of [ Q_c(comply) − Q_c(best other move) ]',
    equationWords: 'Q: worth of a move in stakes; one stake is what holding the whole disputed issue for ever is worth today. Measures, M3.',
    choose: 'Whose incentive',
    /** @param {string} who @param {string} type */
    whose: (who, type) => `${who}, if ${words.disposition(type)}`,
    /** @param {string} who @param {string} type @param {string} move @param {number} slack */
    reading: (who, type, move, slack) =>
      `${who}, if ${words.disposition(type)}: ${slack >= 0 ? `to comply is better than to ${move}` : `to ${move} is better than to comply`} by ${stakes(Math.abs(slack))} stakes.`,
    /** @param {string} situation @param {number} reached */
    situation: (situation, reached) => `${situation}; reached in ${ofHundred(reached)} of 100 histories.`,
    sum: 'complying, in all',
    part: 'Part', compliance: 'comply', difference: 'difference',
    move: 'Move', worth: 'Worth, stakes', chosen: 'Chosen with',
    rest: (/** @type {number} */ count) => `${count} smaller parts`,
    axis: 'stakes, for complying',
  },

  path: {
    title: 'The most likely way to break',
    why: 'Of all single histories that end so, the most probable one. Even that is rare, because there are so many; read it as an example, and look at what others believe after each step. Quiet periods are left out of the story, not out of the probability.',
    equation: 'P(history) = product of the probabilities of its steps',
    equationWords: 'Found by a search over situations and beliefs, not by sampling.',
    /** @param {number} p */
    reading: (p) => `The likeliest single story that ends so: ${oneIn(p)} histories go exactly like this.`,
    /** @param {number} p */
    likely: (p) => `${percent(p)} likely at that point`,
    none: 'No break is possible.',
    date: 'When', step: 'What', probability: 'Likely at that point', believed: 'What is believed then',
    quiet: (/** @type {number} */ count) => `${count} quieter steps are left out; the table has all.`,
  },

  tornado: {
    title: 'What moves the answer',
    why: 'Every assumption with a range is moved to its low and its high end, the others staying at their most plausible values, and the game is solved again. One at a time: where two assumptions are wrong together the answer can move further.',
    equation: 'bar = from S(low end) to S(high end)',
    equationWords: 'S: survival on the clock of the first sentence. Measures, Sensitivity.',
    run: 'Find out',
    deck: 'Takes about a minute: dozens of games are solved. Leaving the page, or changing the text, stops it.',
    busy: 'Waits until the full answer is there.',
    unread: 'Needs a text without problems.',
    /** @param {string} what @param {number} low @param {number} high */
    reading: (what, low, high) => `Moves it most: ${what}, from ${percent(low)} to ${percent(high)}.`,
    low: 'at its low end', high: 'at its high end', base: 'as assumed', what: 'Assumption', swing: 'Swing', ends: 'Range',
  },

  compared: {
    title: 'Proposals compared',
    why: 'The same assumptions with another text. Each row starts at the first proposal. Worth is in stakes of the party itself: compare a party with itself across proposals, not one party with another. Where nothing is signed there is nothing to breach: then the share without an armed clash is shown.',
    equation: 'V(party) = expected payoffs, discounted to the signature',
    equationWords: 'Mean over the party’s dispositions, in stakes. Measures, Values.',
    /** @param {string} name @param {number} p @param {number} time */
    reading: (name, p, time) => `Lasts longest of those shown: ${words.proposal(name)}, ${ofHundred(p)} of 100 histories pass ${years(time)}.`,
    same: 'Only one proposal is shown; set another beside it to compare.',
    /** @param {string} who */
    worth: (who) => `Worth to ${who}`,
    name: 'Proposal', clashOnly: '*',
    note: '* No armed clash: there is no agreement to breach.',
    mixed: 'Some rows are quick estimates on a coarse grid.',
    difference: 'Difference',
  },

  repairs: {
    title: 'The smallest changes that make it hold',
    deck: 'Say how long it should last, and the search finds the smallest changes of clauses that get there in most plausible worlds, what each costs whom, and who must accept it. Takes some minutes, and goes on if you reload this page; opening another agreement stops it.',
    asked: 'I want',
    lasting: 'for',
    years: 'years',
    with: 'in at least',
    histories: '% of histories,',
    in: 'in',
    worlds: '% of plausible worlds',
    clock: 'What should not happen',
    clocks: { breach: 'no material breach', clash: 'no armed clash', exit: 'the agreement in force' },
    yearsLabel: 'Years', survivalLabel: 'Percent of histories', shareLabel: 'Percent of plausible worlds',
    effort: 'Worlds to search in',
    run: 'Search',
    front: 'What lasts, and what it costs the guarantors',
    why: 'Each mark is a change, or a set of changes, that everybody asked accepts and that no other one tried beats in lasting, in cost to guarantors and in value to each principal at once. Filled marks reached the target again in fresh worlds the search had not seen. The dashed line is the share of worlds asked for.',
    equation: 'share of worlds w with S_w(years) at least the survival asked for',
    equationWords: 'Counted again in fresh worlds; see the guide on repairs.',
    x: 'cost to guarantors, stakes',
    y: 'share of worlds that last long enough',
    drafted: 'as drafted',
    /** @param {any} draft */
    asDrafted: (draft) => `As drafted the target is reached in ${draft.worlds} of ${draft.of} worlds (${percent(draft.wilson.low)} to ${percent(draft.wilson.high)}).`,
    found: 'One clause changed',
    foundNone: 'No single change that everybody would accept reaches the target.',
    unconfirmed: 'Found, but not confirmed in fresh worlds',
    frontList: 'Beaten in all by no other tried',
    closest: 'What comes closest',
    /** @param {any} measured */
    reaching: (measured) => `${measured.reaching.worlds} of ${measured.reaching.of} fresh worlds`,
    verdicts: /** @type {Record<string, string>} */ ({
      holds: 'confirmed in fresh worlds', 'not-shown': 'not shown in fresh worlds', fails: 'fails in fresh worlds', 'not-verified': 'not tried in fresh worlds',
    }),
    accepts: (/** @type {string} */ who) => `${who} accepts`,
    refuses: (/** @type {string} */ who) => `${who} would rather refuse`,
    /** @param {string} who @param {number} draft @param {number} refusing */
    account: (who, draft, refusing) => `${who}: ${signed(draft)} against the draft, ${signed(refusing)} against refusing`,
    bindingDurability: (/** @type {number} */ best) => `In the way: durability. The best found reaches it in ${percent(best)} of the worlds.`,
    bindingParty: (/** @type {string} */ who) => `In the way: ${who} would rather refuse.`,
    use: 'Set beside the draft',
    useLong: (/** @type {string} */ what) => `Make a proposal of this change and set it beside the draft: ${what}`,
    change: 'Change', share: 'Worlds reached', cost: 'Cost to guarantors', state: 'In fresh worlds', steps: 'Steps',
    stale: 'These repairs belong to an earlier text.',
  },

  literature: {
    title: 'Published results, reproduced',
    deck: 'The solver against numbers that others published. Each line names the claim, the game as it is solved here, and what came out.',
    all: (/** @type {number} */ count) => `All ${count} results`,
    run: 'Run', runAll: 'Run all', runLong: (/** @type {string} */ what) => `Reproduce: ${what}`,
    game: 'The game file',
    row: 'Case', expected: 'Expected', got: 'Got', difference: 'Difference', tolerance: 'Tolerance', verdict: 'Verdict',
    within: 'reproduced', outside: 'not reproduced', notRun: 'not run yet',
    summary: (/** @type {number} */ good, /** @type {number} */ all) => `${good} of ${all} figures within tolerance`,
    sources: 'Sources', solved: 'As it is solved here', allowed: 'How much difference is allowed, and why',
  },

  print: {
    none: 'The full answer is not ready, so there is no report to print yet. Wait until the first sentence is marked “Full answer”, then print again.',
    stale: 'This report belongs to an earlier text than the one on the page.',
    of: (/** @type {string} */ name) => `Report of: ${name}`,
  },

  more: { percent, plain },
};
