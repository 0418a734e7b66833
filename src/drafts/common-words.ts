/**
 * Words that are common in the documentation and messages of software: `columns` may occur in a single article and
 * still be no evidence. Ranked by document frequency in README files of npm packages, docstrings and tests of Python's
 * standard library, and the message catalogs of Debian's tools.
 */

/** Words that nearly every message or manual has. */
const EVERYDAY = `
  abort aborted after all already also and any api are argument arguments assertionerror
  attributeerror available been before build but bytes call can cannot case character check
  class code com command contains core crash crashes create current data default dict
  directory does don dumped each empty end error errors example exception exit expected failed
  false fatal fault file filenotfounderror files first float following for format found from
  full function get github given got has have help home https import importerror index
  indexerror information input install instead int into invalid its key keyerror last level
  lib like line linux list log macos main make match may message method mode module
  modulenotfounderror more most must name nameerror names need new non none nonetype not note
  npm number object one only open option options org oserror other out output package packages
  path pip process project python range read recent remove return returned returns run
  runtimeerror same see segmentation server set setup should single site size some source
  specified start status stdin stopped str string subprocess support supported syntaxerror
  system systemerror table test text than that the then there these this time too traceback
  true tuple two type typeerror unknown usage use used user using usr valid value valueerror
  values version warning was when which while will windows with without write you your
`;

/** Words that a page of documentation is likely to have. */
const COMMON = `
  about above absolute accept access action actions active added additional address again
  against algorithm allow allowed allows always another anything apis appear application apply
  archive args around array ascii associated async attribute attributes auto automatically
  avoid await back badge bar base based basic because behavior being below between binary bit
  blob block body boolean both branch break broken browser buffer bug built button byte cache
  callback called calling calls cancel cases central change changed changes characters
  checking child classes clear client close closed codec colon color column columns comma
  commands comment commit common compatibility compatible complete config configuration
  connect connection console const constructor contain containing content contents context
  continue control convert copy copyright correct corresponding could count created creating
  currently custom database date debug decoding defaults defined definition delete
  dependencies deprecated description details determine dev device did different digit dir
  directly directories disable disabled display docs document documentation doesn done dot
  double down downloads drop due during either element elements else enable enabled encoding
  encodings ensure entries entry environment equal equivalent escape esm etc even event every
  exactly except execute exist existing exists export expression extension extra fail failure
  fast features fetch field fields filename filter find fix flag flags follow foo force form
  four free functions generate generated git global greater group handle handler handling hash
  header headers hello helper here horizontal host how however html http identifier idle
  ignore ignored image img implementation implemented include included includes including info
  init initial insert inside installation installed instance integer interface internal isn
  issue issues item items itself javascript join json just keep keys keyword known label
  language large later latin least left length less let letter library license limit lines
  link load local locale location lock long longer look loop low lower made makes many map
  mapping mark master matches matching max maximum means medium memory merge messages methods
  middle might missing mit modified modify modules much multiple named necessary needed needs
  negative network never newline next node nodejs normal northern nothing novads now npmjs
  null numbers numeric objects off offset old once operation operator optional order original
  otherwise our over override own page parameter parameters parent parse parser parsing part
  pass passed password patch paths pattern per performance place plain platform please plus
  point policy port position possible prefix present previous print processing program
  properties property protocol provide provided provides public query raise raised rather raw
  reading real received record reference references registered regular related relative
  release remote removed replace report repository request requested require required requires
  reset response result results returning reverse right root row rules running safe save
  script search second seconds section security select selected self send separator sequence
  service session sets setting settings shared shell shields short show sign signal signature
  simple since skip small socket software something southern space spec special specific
  specification specify split square src standard started starting state stdout still stop
  store stored stream strict strings style such supports sure svg symbolic syntax sys tag take
  takes target temporary testing tests their them they those three through timeout times title
  token top total trailing tree try txt types typescript undefined under unexpected unicode
  unit unix unless unsupported until update url useful users uses utf variable variables
  versions vertical very via view wait want way web well were western what where whether
  widget width window within work workflows working works world would writing written wrong
  www xxx yet zero
`;

/** Words that a manual is likely to have somewhere. */
const FAMILIAR = `
  abcd abcde abcdef able aborting abstract accelerator accent accepted accepting accepts
  accessed accessible according account acknowledge across actual actually acute adding
  addition additionally addresses adds adjust adjustment advanced affect affects age agent
  aggregate agree agreement ahead alias aliases align alignment alive allocate allowing almost
  along alpha alt alter alternate alternative although ambiguous amount ampersand angle anyway
  apache apostrophe app appears append appended apple applicable applications applied applies
  applying appropriate arabic arbitrary architecture area aren arg argv arising arrays arrow
  ask assert assign assigned assignment assume assumed assuming ast asterisk asynchronous
  attach attached attempt attr audio auth authentication author authorization authors
  automatic away backend background backslash backspace backup backward backwards bare
  basename bash baz become becomes begin beginning behaviour behind bell benchmark benchmarks
  best better beyond big bin bind binding bitmap bits black blank blocking blocks blue bogus
  bool border bottom bound box bpo bracket branches breaking breaks browsers bsd buffered
  buffering buffers bugs building builds builtin builtins bullet bundle buttons cached caching
  callable callbacks caller cameroon canonical capabilities capital capture card care carriage
  cast catch category caught cause caused causes cdn cedilla cell cent center certain
  certificate chain chang changelog changing channel char chars charset chat checked checkout
  checkpoint checks checksum children chinese choice choose chunk chunks circular circumflex
  city cjs claim clause clean cleanup cli click clients clock clone closes closing cls cluster
  cmd codecov codes coding collation collection colors combination combine combined come comes
  comments commercial commits commonjs community compare compared comparison comparisons
  compile compiled compiler completed completely completion complex compliant component
  components compress compressed compression compute concurrent condition conditional
  conditions conduct configure configured conflict conflicts congo connected connections
  consider considered consistent consists constant constants constraint constraints construct
  constructed consume contact contained container contract contribute contributing contributor
  contributors controls convenience conversion converted converting copied copies copying
  correctly corrupt couldn counter counts cover coverage cpu creates creation credentials
  credits creole crl cross css ctrl curly currency cursor cut cwd cycle daemon damages dark
  darwin dash day days dead deal debugging decimal declared decode decoded deep define defines
  definitions degree del delay deleted deleting delimiter delta democratic deno depend
  dependency dependent depending depends depth derived describe described describing
  descriptor designed desired desktop destination destroy destroyed detail detailed detect
  detected detection determined developer development diaeresis dialog dictionary didn diff
  differ difference differences differs digest digits direct direction disables discard disk
  dispatch dispatcher displayed displays dist distinct distribute distribution div division
  dns doc docstring documented documents dogon doing dollar dom domain download dpkg draw
  drive dropped dummy dump duplicate duration dynamic earlier early easier easily east eastern
  easy echo edge edit editing editor effect effective efficient eggs eight ellipsis email
  embedded emit emits emitted emscripten enables encode encoded encountered encrypted
  encryption ended ending ends engine english enough ensures enter entire enum env
  environments eof equals err errno escaped escapes eslint especially euro eval events ever
  everything exact examples exc exceeded exceeds exceptions exclamation exclude exclusive exec
  executable executed executing execution exhausted existence exited exiting expand expanded
  expansion expect expecting expects experimental expired expires explicit explicitly exported
  exports exposed exposes express expressions ext extend extended extends extensions external
  extract extracted factor factory fails failures fall fallback family far faster fastest
  feature feed fetching few filenames filesystem fill filters final finally finding fine
  finish finished fit fitness five fixed fixes flat floating flow flush focus folder followed
  follows font foobar foreign forget fork formats formatted formatting forms forward
  foundation fraction frame framework freebsd french front fully func functionality further
  future garbage gencodec general generally generates generating generation generator generic
  german gets getting gid gist githubusercontent give gives giving glob globals gnu goes going
  good google granted graph grave greek green groups gtk guaranteed guide guinea gzip had half
  handled handlers handles happen happens hard hardware having head heading height helpers
  hereby hex hexadecimal hidden hide high higher highland hint history hit hold holders holds
  hook hooks hostname href htest human hyphen icon icons identical identifiers identify
  identity ids ignores ignoring illegal images immediate immediately immutable implement
  implementations implementing implements implicit implied important imported importing
  imports improve inc incompatible incomplete inconsistent incorrect increment indent
  indentation independent indexes india indicate indicates indicating indicator indices
  indirect individual indonesia infinite infinity inherit inherited initialization initialize
  initialized inline inner inputs insensitive inserted inspect installing instances
  instruction instructions integers intended interactive interfaces internally interpreted
  interpreter interval introduced inverted invoke invoked ipv island islands iso iter iterable
  iterate iteration iterator job jobs keeps kept kernel keyboard keywords kill kind know kraj
  kwargs lang languages larger latest law layout ldap leading leave leaving legacy legal len
  lets letters levels liability liable libraries licensed licenses light lightweight likely
  limitation limited limits lineno links listed listen listing lists literal little live
  loaded loader loading localhost locally locate locations locked logging logic logical login
  logo logs looking looks lookup lost lot mac machine macron magic mail maintained maintainers
  maintenance major making malay malformed man manage management manager manual manually
  mapped mappings maps marked marker marks markup matched maybe mean meaning meant mechanism
  media member members menu merchantability merged meta metadata micro microsoft milliseconds
  mime min minimal minimum minor minus mismatch mixed mixtec mjs mod model modern modes
  modification modifier modifying mon month mount mouse move moved mozilla msg multi
  multiplication naga nahuatl namespace namespaces nan native neither nested net newer
  newlines newly nigeria nine nodes nor normalize normalized normally north notation notes
  notice notimplementederror nul num obj oblast obsolete obtain occur occurred occurs octal
  odd official often oid okrug older omit omitted ones onto opencollective opened opening
  opensource operand operating operations operators opt optimization optionally opts ordered
  ordering ordinal origin others outer outside overflow overhead overridden overrides
  overriding overwrite owned owner pack packed packet padding pages pair pairs papua parallel
  param params parenthesis parsed parsers parses partial particular partition partitioned
  parts passes passing pathname patterns pending people pep percent perform performed performs
  perhaps permission permissions permitted person phase pick pid pilcrow pin pipe pipeline
  pixels pkg placed platforms plugin plugins png pnpm pointer pointing points pop portions pos
  positional positions positive posix possibly post postgresql potential potentially pound
  power pre preceding precision prefer preferred prefixed prepare prepared preserve press
  pressed pretty prevent previously primary principal printable printed printer printing
  prints prior priority private privileges probably problem problems procedure processed
  processes produce produced produces profile programs progress projects promise prompt proper
  properly protocols provider providing proxy pseudo psf publication publish published pull
  pure purpose purposes push put quarter quechua queries question queue quick quiet quit
  quotation quote quoted quotes raises random ranges reached readable readline readme reads
  ready really realm reason reasons rebase receive receives recently recognized recommended
  recorded records recovery recursion recursive recursively red redirect reduce ref refer
  referenced refresh refs regardless regex regexp region register registry reject rejected
  relation released releases relevant rely remain remaining remember removal removes removing
  rename renamed render repeat repeated replaced replacement replaces replacing replication
  reply repo reported reporting reports repr represent representation represented representing
  represents republic req requests reserved resolution resolve resolved resolves resolving
  resource resources respectively responses respublika rest restart restore restriction
  resulting resume retrieve retrieved retry reuse revision rewrite rfc rgba rights ring risk
  role round routine rows rpc rule runs runtime safely sami sample san saved saving say says
  scale scan schema schemas scheme scope screen scripts scroll searching sec secondary secret
  secure seek seems seen segment segments selection selector semantics semicolon sending sense
  sensitive sent sep separate separated separators sequences serialization serialize servers
  services seven several sha shall shape share sharp sheng shift shouldn shown shows shutdown
  side sig signals signatures signed silently similar simply sindresorhus six sizes skipped
  skipping slash slice slot slots slow smaller snapshot sockets soft solidus sometimes sort
  sorted sorting sources south spaces spacing spam span sparse specifier specifies specifying
  speed sponsors sql ssl stability stable stack standalone starts startup stash stat statement
  statements states static statistics stats stderr step steps stock storage strategy streaming
  streams stringify strip stroke strong structure stuff sub subclass subclasses subject submit
  submodule submodules subscription subsequent subset substitute success successful
  successfully suffix suitable suite summary sun super superscript supplied supporting
  suppress switch symbol symbols symlink symlinks sync synchronous systems tab tables
  tablespace tabs tabulation tags taken taking tar targets task tcp tell temp template term
  terminal terminate terminated terms tested thanks theme therefore thing things think third
  though thread threads throw thrown throws thus tilde timeline timer timestamp tiny titus tls
  tmp todo together toggle tokens tool tools tort tostring trace track tracking transaction
  transfer transform transition translation transmission transport travis treat treated
  trigger triggers truncate truncated trust trusted trying tty tuples turn turns twice typed
  typescriptlang typically uid unable unavailable unchanged underlying understand undici union
  unique units unlike unlink unlock unrecognized unsafe unset untracked unused upanija updated
  updates updating upgrade upon upper upstream uri urls usable username usually util utilities
  utility utils val validate validation var various vendors verbose verification verify video
  virtual visible visit visual void volume vscode vulgar vulnerability waiting wal walk warn
  warnings warranties warranty ways website welcome west whatever whenever white whitespace
  who whole whose why wide wiki wikipedia win won wooorm word words worker workflow worktree
  wormer wrap wrapped wrapper wrapping wraps writable writes xml xyz yaml yarn year yes yield
  yields yml yourself zapotec zone
`;

const split = (words: string) => words.trim().split(/\s+/);

/** The lists, the most common words first. */
export const commonWords: readonly (readonly string[])[] = [EVERYDAY, COMMON, FAMILIAR].map(split);
