import type { VersionSpan } from '../domain/affected/range-outline.ts';
import type { FaultHistory } from '../domain/releases/release-history.ts';

/** Describes which versions of a contiguous range are affected. `to` is exclusive. */
function hasBetween({ from, to }: VersionSpan): string {
  if (from === undefined) {
    return to === undefined ? 'all versions are affected' : `versions before ${to} are affected`;
  }
  return to === undefined
    ? `${from} and later are affected`
    : `${from} and later, before ${to}, are affected`;
}

/** English interface texts; their type is the shape of every other language. */
export const en = {
  lang: 'en',
  languageName: 'English',
  ogLocale: 'en_US',
  site: {
    name: 'Known Faults',
    tagline: 'Real failures of native Python extensions, each with its cause and its fix.',
    skip: 'Skip to content',
    code: 'Source code',
    browse: 'Browse',
    reuse: 'Link and reuse',
    license: 'Text under CC BY 4.0, code under MIT.',
    privacy: 'No account, no tracking, no third-party requests.',
  },
  nav: {
    label: 'Site',
    search: 'Search',
    menu: 'Menu',
    articles: 'All faults',
    projects: 'Projects',
    language: 'Language',
    theme: 'Color theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    breadcrumb: 'You are here',
    home: 'Home',
  },
  counts: {
    faults: (n: number) => (n === 1 ? '1 fault' : `${n} faults`),
  },
  home: {
    title: 'Known Faults: fixes for errors in native Python extensions',
    heading: 'Paste the error. Get the fix.',
    lead: 'Build, import and runtime errors of Cython, NumPy, Numba, pybind11, PyO3 and related projects: what they mean, which versions are affected, how to fix them.',
    bySymptom: 'By symptom',
    byProject: 'By project',
    byPlatform: 'By platform',
    byPython: 'By Python version',
    newest: 'Recently added',
    allArticles: (n: number) => `All ${n} faults`,
    samples: 'Try:',
    packageList: '`pip list`',
    environments:
      'The output of `pip list` and lock files (`uv.lock`, `poetry.lock`, `Cargo.lock` and more) work too: you get the known faults of the installed versions.',
  },
  article: {
    facts: 'Facts',
    allFacts: 'All facts',
    contents: 'On this page',
    signatures: 'Signatures',
    project: 'Project',
    component: 'Component',
    symptom: 'Symptom',
    platforms: 'Platforms',
    python: 'Python',
    builds: 'Builds',
    status: 'Status',
    affected: 'Affected versions',
    seenIn: 'Also reported in',
    package: 'Package',
    from: (version: string) => `since ${version}`,
    allUpTo: 'since the first release',
    allVersions: 'all versions',
    fixedIn: 'First fixed in',
    notFixed: 'no fixed release',
    upstream: 'Upstream',
    upstreamChecked: (day: string) => `Last checked on ${day}`,
    upstreamGone: 'no longer available',
    verified: 'Reproduced',
    verifiedOn: (on: string, platform: string, python: string) =>
      `${on}, ${platform}, Python ${python}`,
    verifiedBroken: (what: string) => `fails with ${what}`,
    verifiedFixed: (what: string) => `works with ${what}`,
    published: 'Published',
    updated: 'Updated',
    id: 'ID',
    copyPermalink: 'Copy permalink',
    linkThis: 'More ways to link',
    asMarkdown: 'Markdown',
    asRst: 'reStructuredText',
    asReply: 'Reply to a report',
    asBadge: 'Badge',
    copied: 'Copied',
    copyFailed: 'Could not copy. Select the text and press Ctrl+C.',
    copyCode: 'Copy',
    copySection: 'Link to this section',
    related: 'Related faults',
    stale: 'The English article has changed since it was translated.',
    staleLink: 'Read the English article',
    unfinished: (n: number) =>
      `Draft: ${n === 1 ? '1 item' : `${n} items`} to finish before this article can be published`,
    untranslated: 'This article has not been translated yet. It is shown in English.',
  },
  card: {
    fix: 'What to do',
  },
  badge: {
    label: (id: string) => `known fault ${id}`,
    fixedIn: (version: string) => `fixed in ${version}`,
    statuses: { fixed: 'fixed', workaround: 'workaround', open: 'open', 'by-design': 'by design' },
  },
  upstreamKinds: {
    issue: 'issue',
    fix: 'fix',
    change: 'change',
    discussion: 'discussion',
    downstream: 'downstream report',
    related: 'related',
    docs: 'documentation',
  },
  upstreamStates: { open: 'open', closed: 'closed', merged: 'merged' },
  facets: {
    project: 'Project',
    symptom: 'Symptom',
    platform: 'Platform',
    python: 'Python version',
    build: 'Build',
    status: 'Status',
  },
  symptoms: {
    'build-error': 'Build error',
    'link-error': 'Link error',
    'import-error': 'Import error',
    crash: 'Crash',
    exception: 'Exception',
    'wrong-result': 'Wrong result',
    hang: 'Hang',
    memory: 'Memory',
    performance: 'Performance',
  },
  symptomHints: {
    'build-error': 'The compiler or build tool fails.',
    'link-error': 'The linker fails.',
    'import-error': 'It builds, but the import fails.',
    crash: 'The interpreter crashes.',
    exception: 'Python raises an exception where it should not.',
    'wrong-result': 'No error, but wrong results.',
    hang: 'The program never returns.',
    memory: 'Memory usage grows or memory leaks.',
    performance: 'Far slower than it should be.',
  },
  platforms: { linux: 'Linux', macos: 'macOS', windows: 'Windows' },
  builds: { gil: 'with the GIL', 'free-threaded': 'free-threaded', debug: 'debug' },
  statuses: {
    fixed: 'Fixed',
    workaround: 'Workaround',
    open: 'Open',
    'by-design': 'By design',
  },
  statusHints: {
    fixed: 'A fixed release is available.',
    workaround: 'No fixed release, but there is a workaround.',
    open: 'No fix and no workaround yet.',
    'by-design': 'Not a bug upstream; change your own code or setup.',
  },
  causes: {
    defect: 'Bug',
    incompatibility: 'Incompatible versions',
    environment: 'Environment',
    usage: 'Usage',
  },
  rows: {
    fixed: 'Fixed',
    fixedIn: (version: string) => `Fixed in ${version}`,
    notFixed: 'No fixed release yet',
  },
  listFilter: {
    label: 'Filter the list',
    cause: 'Cause',
    /** The text before and after the number of faults shown. */
    shown: (total: number): [string, string] => ['', ` of ${total} faults`],
    showAll: (n: number) => `Show all ${n}`,
    none: 'No fault in this list matches all filters.',
    clear: 'Clear filters',
    jump: 'Sections of this list',
  },
  matrix: {
    title: 'By project and symptom',
    total: 'Total',
  },
  browse: {
    articles: 'All faults',
    articlesLead: 'Every fault by symptom, the newest first in each section.',
    projects: 'Projects',
    projectsLead: 'Upstream projects whose users run into these faults.',
    projectRepository: 'Repository',
    projectHomepage: 'Website',
    projectReport: 'Report a bug',
    feed: 'Atom feed',
    projectElsewhere: 'Faults in other projects that affect these packages',
    symptom: 'Symptoms',
    platform: 'Platforms',
    python: 'Python versions',
    facetLead: {
      symptom: 'Faults by what you notice first.',
      platform: 'Faults by operating system.',
      python: 'Faults by Python version; t marks the free-threaded build.',
    },
    onPlatform: (name: string) => `Faults on ${name}`,
    onPlatformLead: (name: string) => `Faults that occur on ${name}, by symptom.`,
    onPython: (version: string) => `Faults with Python ${version}`,
    onPythonLead: (version: string) =>
      version.endsWith('t')
        ? `Faults that occur with the free-threaded build of Python ${version.slice(0, -1)}, by symptom.`
        : `Faults that occur with Python ${version}, by symptom.`,
    none: 'No known faults here yet.',
  },
  box: {
    label: 'Paste an error or a log, or type a few words',
    placeholder: 'ImportError: ... undefined symbol: PyObject_SelfIter',
    submit: 'Search',
    hint: 'One line or a whole log. It is analyzed on your machine and sent nowhere.',
    file: 'Open a log file',
    drop: 'Drop the log file here',
    remove: 'Remove file',
    binary: 'not a text file',
  },
  diagnosis: {
    title: 'Diagnosis',
    reading: 'Analyzing',
    environment: 'Detected environment:',
    shared:
      'Several faults print this line. Look for another line that only one of them prints, or compare the affected versions.',
    lookFor: 'Of these, only this fault also prints',
    noneTitle: 'No known fault matches this error',
    noneText:
      'Nothing here points to a fault described on this site, and a wrong guess would only cost you time.',
    noneHint:
      'If the log is cut off, add the lines above the last error: they often contain the cause.',
    copyLink: 'Copy link to this search',
    copyLinkHint: 'The link contains the pasted text.',
    failed: 'The diagnosis failed to load.',
  },
  unknownErrorReport: {
    none: 'Report this error so that it can be added',
    some: 'None of these? Report your error',
    lead: 'Nothing has been sent yet. The text below will be filled into a public form on GitHub. User names, paths, host addresses and tokens have been removed. Check it, and edit whatever you like.',
    message: 'Error output',
    environment: 'Environment',
    open: 'Open the form on GitHub',
    correct: 'Report a mistake in this article',
  },
  search: {
    title: 'Search',
    label: 'Search known faults',
    placeholder: 'A symbol, an error message or a few words',
    submit: 'Search',
    clear: 'Clear the text',
    filters: 'Filters',
    folded: (n: number) => `${n} more`,
    mine: 'Your environment',
    mineOnly: 'Only faults that can affect it',
    active: 'Active filters',
    removeAll: 'Remove all filters',
    sorted: 'Newest first',
    searching: 'Searching',
    noneTitle: 'Nothing found',
    noneWords:
      'Try fewer words: only the name of the symbol, file or DLL, without paths and numbers.',
    noneFilters: 'Filters are active. There may be results without them.',
    noneBrowse: 'Or browse all faults:',
    failedTitle: 'The search index failed to load',
    failedText: 'The connection was lost, or something on your machine blocks the request.',
    retry: 'Try again',
    failedBrowse: 'These pages work without the search:',
    noScript: 'The search needs JavaScript. These pages do not:',
    quickHint: 'Arrow keys to move, Enter to open, Esc to close.',
    quickAll: 'All results, with filters',
    close: 'Close',
  },
  releases: {
    strip: (
      name: string,
      { total, affected, first, last, firstUnaffected, newest }: FaultHistory,
    ) =>
      `Releases of ${name}: ${affected} of ${total} ${affected === 1 ? 'is' : 'are'} affected, from ${first} to ${last}. ` +
      (firstUnaffected === undefined
        ? 'No later release contains a fix. '
        : `${firstUnaffected} is the first fixed release. `) +
      `The newest is ${newest}.`,
    has: (first: string, last: string, n: number) =>
      first === last ? `${first} is affected` : `${first} to ${last} are affected (${n} releases)`,
    first: (version: string) => `first fixed in ${version}`,
    newest: (version: string) => `newest: ${version}`,
    outline: (name: string, affected: VersionSpan[], firstUnaffected: string | undefined) =>
      `Versions of ${name}: ${affected.map(hasBetween).join('; ')}` +
      (firstUnaffected === undefined ? '.' : `; first fixed in ${firstUnaffected}.`),
    hasBetween,
    notToScale: 'not to scale',
  },
  whichRelease: {
    title: (name: string) => `Which release of ${name}?`,
    /** `pythons`: the first and the last version of a sequence, or the only one. */
    on: (pythons: readonly [string, string?]) =>
      `On Python ${pythons.filter(Boolean).join(' through ')}: `,
    newest: (version: string, defects: number) =>
      defects === 0
        ? `${version} has no known defect.`
        : `${version} has ${defects === 1 ? '1 known defect' : `${defects} known defects`}`,
    fewest: (version: string, defects: number) =>
      defects === 0 ? `; ${version} has none.` : `; ${version} has the fewest, ${defects}.`,
    noFewer: ', and no other release has fewer.',
    hint: 'Known defects of the last release of each series. Only bugs described on this site are counted, so an old release can look better than it is.',
    release: 'Release',
    defects: 'Known defects',
    unsupported: 'not supported',
    legend: 'does not support this Python version.',
  },
  worksWith: {
    heading: 'Which versions work together?',
    title: (name: string, other: string) => `${name} with ${other}`,
    python: 'Python',
    source: 'Source',
    checked: (day: string) => `checked on ${day}`,
    all: 'all releases',
    older: (n: number) => (n === 1 ? '1 older row' : `${n} older rows`),
  },
  yourVersions: {
    title: 'Check your versions',
    version: 'version',
    choose: 'choose',
    hint: 'Enter your versions to see at once whether you are affected. Nothing is sent.',
    remember: 'Remember in this browser',
    copyAnswer: 'Copy link to this answer',
    clear: 'Clear and forget',
  },
  maintainers: {
    title: 'For maintainers',
    lead: 'The tenth report of the same fault needs one link. How to link to an article, how to find the article for an issue, and how to have reports answered automatically.',
    bookmarklet: 'Known Faults for this issue',
  },
  api: {
    title: 'API',
    lead: 'Everything on this site as files for programs: JSON, OSV and Atom. No key, no account.',
    promises: 'What you can rely on',
    promise: [
      'Fields are added, never renamed or removed. Sets of values, such as those of `symptom`, may grow.',
      'An id never changes and is never reused. A slug may change: the old address keeps working, and the old slug is listed in `aliases`.',
      'These are static files: no key, no account, and no rate limit on our side.',
      'Pages of other sites may read them: `Access-Control-Allow-Origin: *`. GitHub Pages always sends this header; Cloudflare Pages and Netlify send it as configured in `_headers`.',
      'Titles and summaries are in English. `languages` lists the languages in which an article is available; the translations have the same path under `/zh`.',
      'The text is licensed under CC BY 4.0: give credit when you reuse it.',
    ],
    start: 'Quick start',
    startShell: 'One fault, in a terminal:',
    startScript: 'All faults, on your own page or in a script:',
    groups: {
      articles: {
        title: 'Faults',
        text: 'The facts that an article shows beside its text, under the same names.',
      },
      projects: {
        title: 'Projects',
        text: 'The upstream projects, and the faults that their users run into.',
      },
      osv: {
        title: 'OSV',
        text: 'The format that vulnerability databases and scanners share. These records describe ordinary faults with it: `database_specific.vulnerability` is `false`, there is no severity, and the ids begin with `x_`, the prefix of databases that osv.dev does not collect.',
      },
      diagnosis: {
        title: 'Diagnosis',
        text: 'The data that `npx known-faults diagnose` and the GitHub Action need to answer without the site. The Chinese version is under `/zh`. `version` increases when older programs can no longer read the file.',
      },
      links: {
        title: 'Links',
        text: 'Addresses to print, embed and paste. The page for maintainers explains how the hash is computed; `1` is the version of the algorithm.',
      },
      feeds: {
        title: 'Feeds',
        text: 'New and changed articles as Atom, most recent change first. The Chinese feeds are under `/zh`.',
      },
      schemas: {
        title: 'Schemas',
        text: 'The JSON Schema (2020-12) of each response. The schemas allow additional fields, so an old copy still validates new responses.',
      },
    },
    addresses: {
      articles: 'The facts of all faults, sorted by id.',
      article: 'The facts of one fault.',
      upstream: 'The articles that cite an upstream address, for bots that answer reports.',
      projects: 'All projects with their packages and faults, sorted by name.',
      project: 'One project.',
      osv: 'One fault as an OSV record.',
      osvArchive: 'All records in one archive.',
      knowledge:
        'The index of the diagnosis, and the title, summary and affected versions of each fault.',
      message: 'The article about an error message, for programs that print its address.',
      badge: 'A badge that follows the status of a fault.',
      card: 'The preview image of links to an article, 1200 by 630 pixels.',
      feed: 'All articles.',
      projectFeed: 'One project.',
      symptomFeed: 'One symptom.',
      schema: 'The schema of one response, with a description of each field.',
    },
    example: 'Example',
    schema: 'JSON Schema',
    more: (n: number) => `${n} more`,
    scanner: 'Use with a vulnerability scanner',
    scannerText: [
      'A scanner compares versions only: it reports a fault for every affected release in a lock file, whatever the platform and Python version. Filter by `python`, `platforms`, `builds` and `status` in `database_specific`.',
      'A range without `fixed` is open-ended: later releases have not been tested. Faults in Python itself name no package, so scanners do not report them; the affected versions are in `database_specific.python`.',
      'osv-scanner 2.5 reads the archive offline. Use a separate folder so that faults and vulnerabilities do not mix; crates go into `crates.io` next to `PyPI`. The links it prints point to osv.dev, which does not have these records: the address of the article is in each record.',
    ],
    caching: 'Caching',
    cachingText:
      'Files change only when the site is deployed. Send the `ETag` of your copy with the request: if nothing has changed, the host answers 304 with a few bytes. Once a day is enough.',
  },
  forward: {
    title: 'Moved',
    single: 'This address redirects to',
    several: 'Several articles cite this address',
  },
  notFound: {
    title: 'Page not found',
    text: 'The address may be mistyped. Every address this site has ever used still works.',
    messageTitle: 'No article describes this message yet',
    messageText:
      'A program printed this address with an error. Paste the complete error here: another of its lines may be known.',
  },
};

export type Words = typeof en;
