// Made from src/action by `npm run pack -- action`. Licenses of what is in it: LICENSES.txt.
import { readFile } from "node:fs/promises";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";

// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}

// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
	name;
	/**
	* http status code
	*/
	status;
	/**
	* Request options that lead to the error.
	*/
	request;
	/**
	* Response object if a response was received
	*/
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		if (Number.isNaN(this.status)) this.status = 0;
		/* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
		if ("response" in options) this.response = options.response;
		const requestCopy = Object.assign({}, options.request);
		if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};

// src/diagnose/decide.ts
/**
* What speaks for an answer and what against it: coefficients of a logistic regression that tells right first
* candidates from the candidates of unrelated errors. Below 0 an answer does more harm than good.
*/
const FIT = {
	/** Evidence of the best line, times the share of the signature that is there. */
	evidence: .86,
	coverage: 2.82,
	/** Many words of a signature in their order are a sentence of its own, however common each: by the logarithm of their number. */
	sentence: .94,
	/** Weight of the words of the best line, times the share of that line which the article has. */
	line: .89,
	words: .98,
	namesProject: 2.47,
	/** A person's words were chosen to tell this fault, those of a log were not. */
	isQuestion: 2.64,
	constant: -4.9
};
/** More of these says no more. */
const MOST = {
	evidence: 3,
	words: 6,
	tokens: 20
};
/** Share of a signature below which its words are no sentence. */
const SENTENCE = .6;
/** Evidence of a signature that is a strong one, and one that is beyond doubt. */
const PLAUSIBLE = 1.3;
const CERTAIN = 1.9;
/** Share of a signature that must be there for certainty; all of it, but for a word or two that releases changed. */
const WHOLE$1 = .8;
/** Score over that of the next candidate, for certainty. */
const CLEAR_LEAD = 1.5;
/**
* How sure the engine is of a candidate, or `undefined` when it had better say nothing.
*
* @param next the candidate that comes after it, if any
* @param isQuestion true when the paste is a person's words
*/
function decide(candidate, next, isQuestion) {
	const lead = next && next.score > 0 ? candidate.score / next.score : Infinity;
	const { match, words, environment } = candidate;
	const evidence = (match?.evidence ?? 0) * Math.min(environment.factor, 1);
	const coverage = match?.coverage ?? 0;
	const tokens = match?.pattern.tokens.filter(({ kind }) => kind !== "gap").length ?? 0;
	const sentence = coverage > SENTENCE ? coverage * Math.log(1 + Math.min(tokens, MOST.tokens)) : 0;
	if (FIT.constant + FIT.evidence * Math.min(evidence, MOST.evidence) * coverage + FIT.coverage * coverage + FIT.sentence * sentence + FIT.line * words.most * words.share + FIT.words * Math.min(words.score, MOST.words) + FIT.namesProject * Number(environment.agrees.includes("project")) + FIT.isQuestion * Number(isQuestion) < 0) return void 0;
	const isWhole = coverage >= WHOLE$1 && match?.alignment.isReplaced === false;
	if (evidence >= CERTAIN && isWhole && lead >= CLEAR_LEAD) return "high";
	return evidence >= PLAUSIBLE ? "medium" : "low";
}

// src/diagnose/diagnosis-index.ts
/**
* How much a term says for an article, by where the article has it; a posting stores the position in this list:
* only where it speaks of other faults, in its text, in its title or code, in what the software prints, in both.
*/
const FIELD_FACTORS = [
	-.3,
	.6,
	1,
	1.2,
	1.4
];
/** The same for a person's words: they are those of titles, and of the lines that tell look-alikes apart. */
const QUESTION_FACTORS = [
	0,
	.6,
	1.4,
	1,
	1.5
];

// src/domain/python.ts
const OLDEST_MINOR = 8;
/** Minor releases whose free-threaded build readers ask for by its own name. */
const FREE_THREADED_MINORS = [13, 14];
/** The series of which readers choose, oldest first: `3.8` ... `3.15`. */
const pythonSeries = Array.from({ length: 8 }, (_, i) => `3.${OLDEST_MINOR + i}`);
/** The names by which readers ask for an interpreter, oldest first: `3.8` ... `3.15`, `3.13t`, `3.14t`. */
const pythonVersions = pythonSeries.flatMap((series) => FREE_THREADED_MINORS.includes(minorOf(series)) ? [series, `${series}t`] : [series]);
function minorOf(series) {
	return Number(series.split(".")[1]);
}

// src/domain/vocabulary.ts
const platforms = [
	"linux",
	"macos",
	"windows"
];
/** Builds of the interpreter, not of the extension. */
const builds = [
	"gil",
	"free-threaded",
	"debug"
];
/** The languages of the site; the first is the one that carries the facts. */
const locales = ["en", "zh"];
const defaultLocale = locales[0];

// src/diagnose/tokens.ts
/** Beginnings and endings kept of a name. */
const MOST_STEMS = 10;
/** A shorter ending of a name says nothing. */
const LEAST_ENDING = 6;
/** Longer names are cut: two that agree so far are the same. */
const NAME_LENGTH = 80;
/** A term that ends so stands for every name that begins like it, one that begins so for every name that ends like it. */
const OPEN = "*";
const PLACEHOLDER = /^<[^<>=]{1,60}>$/;
/** Angle brackets that Python itself prints, so no placeholders. */
const PRINTED$1 = /^<(?:frozen |string|stdin|unnamed|class |built-in|void)/;
const PIECE = /<[^<>\s=][^<>=]{0,60}>|0[xX][0-9a-fA-F]+|\d+(?:\.\d+)*|[\p{L}_$@][\p{L}\p{N}_$@]*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const NO_TEXTS = [];
const GAP = {
	term: "",
	kind: "gap",
	stems: NO_TEXTS,
	parts: NO_TEXTS,
	isFolder: false
};
/** Digest-like: long, hexadecimal, with a digit; `h` before it is how Rust writes its own. */
const DIGEST = /^h?(?=[a-f]*\d)[0-9a-f]{8,}$/;
/** Lengths of digests that are glued to a name, in hexadecimal digits, and the least that looks like one. */
const DIGEST_LENGTHS = [
	64,
	40,
	32
];
const LEAST_DIGEST = 16;
/**
* Splits a cleaned line into tokens, in order.
*
* @param isSignature placeholders become gaps, and a name glued to one becomes an open end
*/
function tokenize(line, isSignature = false) {
	const tokens = [];
	const folders = folderRanges(line);
	let folder = 0;
	PIECE.lastIndex = 0;
	let previousEnd = -1;
	let gapEnd = -1;
	for (let match = PIECE.exec(line); match; match = PIECE.exec(line)) {
		const [piece] = match;
		const start = match.index;
		const end = start + piece.length;
		if (piece.startsWith("<")) {
			const isGlued = previousEnd === start;
			if (isSignature && PLACEHOLDER.test(piece) && (isGlued || !PRINTED$1.test(piece))) {
				openEnd(tokens, isGlued);
				tokens.push(GAP);
				previousEnd = -1;
				gapEnd = end;
				continue;
			}
			PIECE.lastIndex = start + 1;
			continue;
		}
		while (folder < folders.length && (folders[folder]?.end ?? 0) <= start) folder++;
		addPiece(tokens, piece, start >= (folders[folder]?.start ?? Infinity));
		if (gapEnd === start) openBeginning(tokens);
		previousEnd = end;
	}
	return tokens;
}
/** A name right before a placeholder is only the beginning of a name. */
function openEnd(tokens, isGlued) {
	const last = tokens.at(-1);
	if (!isGlued || !last || last.kind === "gap") return;
	const text = last.kind === "number" ? last.term.slice(1) : last.term;
	if (text.length < 3 || last.kind === "number") {
		tokens[tokens.length - 1] = GAP;
		return;
	}
	const term = text.slice(0, text.length - tailLength(text, isDigit)) + "*";
	tokens[tokens.length - 1] = {
		...last,
		kind: "name",
		term,
		stems: NO_TEXTS
	};
}
/** A name right after a placeholder is only the end of a name. */
function openBeginning(tokens) {
	const last = tokens.at(-1);
	if (last?.kind !== "name" || last.term.length < LEAST_ENDING) return;
	tokens[tokens.length - 1] = {
		...last,
		term: "*" + last.term,
		stems: NO_TEXTS
	};
}
function addPiece(tokens, piece, isFolder) {
	const first = piece.charCodeAt(0);
	if (first >= 48 && first <= 57) {
		const text = piece.toLowerCase();
		if (DIGEST.test(text) && text.length > 12) tokens.push(GAP);
		else tokens.push(make(`#${text}`, "number", isFolder));
		return;
	}
	if (CJK.test(piece)) {
		const signs = [...piece];
		signs.forEach((sign, at) => {
			const next = signs[at + 1];
			if (next !== void 0) tokens.push(make(sign + next, "word", isFolder));
		});
		return;
	}
	addName(tokens, piece.slice(0, NAME_LENGTH), isFolder);
}
function addName(tokens, piece, isFolder) {
	const bare = withoutLeading(piece);
	const lower = bare.toLowerCase();
	if (DIGEST.test(lower)) {
		tokens.push(GAP);
		return;
	}
	const mangled = /^_*Z/.test(piece) && piece.startsWith("_") ? demangle(bare) : void 0;
	if (mangled) {
		const [head = "", ...rest] = mangled.map((name) => name.toLowerCase());
		const term = [head, ...rest.slice(0, 1)].join("::");
		const stems = rest.length > 0 ? [`${head}::${"*"}`] : NO_TEXTS;
		tokens.push(make(term, "name", isFolder, stems, [head, ...rest]));
		tokens.push(make(lower, "name", isFolder));
		return;
	}
	if (!isName(bare)) {
		tokens.push(make(stem(lower), "word", isFolder));
		return;
	}
	const cut = lower.slice(0, lower.length - digestLength(lower));
	const isCut = cut.length < lower.length && cut.length >= 3;
	const term = isCut ? cut + "*" : lower;
	tokens.push(make(term, "name", isFolder, isCut ? NO_TEXTS : stemsOf(bare), partsOf(bare)));
}
/** Without what compilers and linkers put before a name: underscores, `__imp_`, the `@` and `$` of decorated names. */
function withoutLeading(name) {
	let start = 0;
	while (start < name.length - 1 && "_$@".includes(name.charAt(start))) start++;
	if (start > 0 && name.startsWith("imp_", start) && name.length > start + 4) return withoutLeading(name.slice(start + 3));
	return name.slice(start);
}
/** Length of the digest at the end of a name such as `__excinfo_unwrap_argsd045637d...`; 0 if there is none. */
function digestLength(name) {
	const hex = tailLength(name, (sign) => isDigit(sign) || sign >= "a" && sign <= "f");
	if (hex < LEAST_DIGEST) return 0;
	return DIGEST_LENGTHS.find((length) => length <= hex) ?? LEAST_DIGEST;
}
function tailLength(text, isWanted) {
	let length = 0;
	while (length < text.length && isWanted(text.charAt(text.length - 1 - length))) length++;
	return length;
}
const isDigit = (sign) => sign >= "0" && sign <= "9";
function make(term, kind, isFolder, stems = NO_TEXTS, parts = NO_TEXTS) {
	return {
		term,
		kind,
		isFolder,
		stems,
		parts
	};
}
/** Somebody's name rather than a word: it has an underscore, a digit or a capital inside. */
function isName(piece) {
	return /[\d_$@]|[\p{Ll}]\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(piece);
}
const HUMP = /_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu;
/** `PyInit__C` begins like `PyInit_<module>`: its beginnings up to each boundary, three letters or longer. */
function stemsOf(name) {
	const stems = [];
	for (const match of name.matchAll(HUMP)) {
		const end = match.index + match[0].length;
		if (end >= 3 && end < name.length) stems.push(name.slice(0, end).toLowerCase() + "*");
		if (match[0].length > 1) stems.push(name.slice(0, match.index + 1).toLowerCase() + "*");
		const ending = name.slice(end);
		if (ending.length >= LEAST_ENDING && end > 0) stems.push("*" + ending.toLowerCase());
		if (stems.length >= MOST_STEMS) break;
	}
	return stems;
}
function partsOf(name) {
	const parts = name.split(HUMP).filter((part) => part.length >= 3 && !/^\d/.test(part));
	return parts.length < 2 ? [] : parts.slice(0, 8).map((part) => stem(part.toLowerCase()));
}
/**
* The names in a symbol mangled after the Itanium C++ ABI (`<length><name>` one after the other, in `N...E` or alone):
* `ZN3c105ErrorC2E...` gives `c10`, `Error`. Arguments are left out.
* Source: https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling
*/
function demangle(symbol) {
	const names = [];
	let at = /^Z(?:T[VIS])?(?:N[rVK]*)?(?:S[a-z])?/.exec(symbol)?.[0].length ?? 0;
	while (at < symbol.length && names.length < 8) {
		const length = /^\d{1,3}/.exec(symbol.slice(at, at + 3))?.[0];
		if (length === void 0) break;
		const start = at + length.length;
		at = start + Number(length);
		if (at > symbol.length) break;
		names.push(symbol.slice(start, at));
	}
	return names.length === 0 ? void 0 : names;
}
/** English endings off, so that `crashes`, `crashed` and `crashing` meet `crash`. A light form of Porter's first step. */
function stem(word) {
	if (word.length < 5) return word;
	let base = word;
	if (/(?:ss|x|z|sh|ch)es$/.test(base)) base = base.slice(0, -2);
	else if (/[^su]s$/.test(base)) base = base.slice(0, -1);
	if (base.length > 6 && base.endsWith("ing")) base = base.slice(0, -3);
	else if (base.length > 5 && base.endsWith("ed")) base = base.slice(0, -2);
	if (base.length > 4 && base.endsWith("e")) base = base.slice(0, -1);
	if (base.length > 4 && /([bdgmnprt])\1$/.test(base)) base = base.slice(0, -1);
	return base;
}
const CHUNK = /[^\s"'`<>(),;=]+/g;
/** Components of a path that still say something: the file and the folder it is in, from a package's folder on. */
const TELLING_COMPONENTS = 2;
/** Where in the line directories stand that belong to the reader's machine rather than to the fault. */
function folderRanges(line) {
	if (!line.includes("/") && !line.includes("\\")) return [];
	const ranges = [];
	for (const match of line.matchAll(CHUNK)) {
		const [path] = match;
		if (!path.includes("/") && !path.includes("\\")) continue;
		const packages = Math.max(path.lastIndexOf("site-packages"), path.lastIndexOf("dist-packages"));
		let end = packages >= 0 ? packages + 13 : path.length;
		if (packages < 0) for (let component = 0; component < TELLING_COMPONENTS && end > 0; component++) end = Math.max(path.lastIndexOf("/", end - 1), path.lastIndexOf("\\", end - 1));
		if (end > 0) ranges.push({
			start: match.index,
			end: match.index + end
		});
	}
	return ranges;
}

// src/diagnose/environment-voice.ts
/** How far a fact lifts a finding when it agrees, and lowers it when it contradicts. Reports are often about other machines. */
const FACTORS$1 = {
	platform: {
		agrees: 1.04,
		contradicts: .7
	},
	python: {
		agrees: 1.02,
		contradicts: .85
	},
	build: {
		agrees: 1.1,
		contradicts: .85
	},
	package: {
		agrees: 1.15,
		contradicts: .85
	},
	project: {
		agrees: 1.06,
		contradicts: 1
	}
};
/**
* Holds the facts of an article against the environment of the paste.
*
* @param names what the paste names, as normalised terms
*/
function environmentVoice(article, environment, names) {
	const evidence = {
		factor: 1,
		agrees: [],
		contradicts: []
	};
	const note = (fact, isTrue) => {
		evidence[isTrue ? "agrees" : "contradicts"].push(fact);
		evidence.factor *= FACTORS$1[fact][isTrue ? "agrees" : "contradicts"];
	};
	const { platform, python, build, packages } = environment;
	const isNarrow = (mask, size) => mask !== 2 ** size - 1;
	if (platform && isNarrow(article.platforms, platforms.length)) note("platform", hasBit(article.platforms, platforms.indexOf(platform)));
	if (python !== void 0) {
		const name = python.split(".").slice(0, 2).join(".");
		const known = [name, `${name}t`].map((version) => pythonVersions.indexOf(version)).filter((at) => at >= 0);
		if (known.length > 0 && isNarrow(article.pythons, pythonVersions.length)) note("python", known.some((at) => hasBit(article.pythons, at)));
	}
	if (build && isNarrow(article.builds, builds.length)) note("build", hasBit(article.builds, builds.indexOf(build)));
	const { project } = article;
	if (names.has(project) || names.has(stem(project))) note("project", true);
	const inside = article.affected.flatMap(([name, introduced, fixed]) => {
		const version = packages[name];
		return version === void 0 ? [] : [isWithin(version, introduced, fixed)];
	});
	if (inside.length > 0) note("package", inside.includes(true));
	return evidence;
}
function hasBit(mask, bit) {
	return bit >= 0 && Math.floor(mask / 2 ** bit) % 2 === 1;
}
function isWithin(version, introduced, fixed) {
	if (introduced !== "" && compareReleases(version, introduced) < 0) return false;
	return fixed === "" || compareReleases(version, fixed) < 0;
}
/**
* Compares the release numbers of two versions; pre-releases count as the release.
* Enough for ranking, and a tenth of the code that PEP 440 and SemVer take; the page says "affected" with the exact ones.
*/
function compareReleases(a, b) {
	const [left, right] = [releaseOf(a), releaseOf(b)];
	for (let at = 0; at < Math.max(left.length, right.length); at++) {
		const difference = (left[at] ?? 0) - (right[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
function releaseOf(version) {
	return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? "0").split(".").map(Number);
}

// src/diagnose/rank.ts
/** The second line that speaks for an article counts so much of the first, and so on. */
const FADING$1 = .5;
const LINES_COUNTED$1 = 5;
/** What an exception counts beside the one that led to it: numpy's advice beside the module that was not found. */
const CONSEQUENCE = .5;
/** What is left of an article whose own signature says another word where the line belongs to a sibling's. */
const CONTRADICTED = .5;
/** Share of a signature from which a line is its own, and from which it is at least meant. */
const OWN_LINE = .9;
const MEANT = .5;
/** Words beside signatures: a second opinion. */
const WORDS$1 = .5;
/**
* Puts the voices together. A line belongs to the article that explains it best; others get little of it, and a line that many
* explain equally well is worth little to each: so an echo loses against a line of one's own.
*/
function rank(words, matches, environment, names, knowledge) {
	const printed = sharePrinted(matches);
	const contradicted = contradictedBy(matches);
	return words.flatMap((word) => {
		const facts = knowledge.articles[word.article];
		if (!facts) return [];
		const evidence = environmentVoice(facts, environment, names);
		const lines = printed.get(word.article) ?? [];
		const sum = fadingSum(lines.map(({ worth }) => worth));
		const [best] = lines;
		const doubt = contradicted.has(word.article) ? CONTRADICTED : 1;
		const score = (sum + WORDS$1 * word.score) * evidence.factor * doubt;
		return [{
			article: word.article,
			score,
			words: word,
			environment: evidence,
			...best && { match: best.match }
		}];
	}).sort((a, b) => b.score - a.score || a.article - b.article);
}
function fadingSum(values) {
	return values.slice(0, LINES_COUNTED$1).reduce((sum, value, at) => sum + value * FADING$1 ** at, 0);
}
/**
* Articles that a line speaks against: it is the whole signature of another article, and of theirs but for the word
* that tells the two apart. `Operation not permitted` after the line of which they know `Resource temporarily unavailable`.
*/
function contradictedBy(matches) {
	const owners = /* @__PURE__ */ new Map();
	for (const { article, pattern, line, coverage, alignment, evidence } of matches) {
		if (!pattern.isSignature || coverage < OWN_LINE || alignment.isReplaced) continue;
		const owner = owners.get(line.index) ?? {
			articles: /* @__PURE__ */ new Set(),
			most: 0
		};
		owner.articles.add(article);
		owner.most = Math.max(owner.most, evidence);
		owners.set(line.index, owner);
	}
	const rivals = /* @__PURE__ */ new Set();
	for (const { article, line, evidence } of matches) if (evidence >= (owners.get(line.index)?.most ?? Infinity)) rivals.add(`${line.index} ${article}`);
	const against = /* @__PURE__ */ new Set();
	for (const { article, pattern, line, coverage, alignment } of matches) {
		if (!owners.has(line.index) || rivals.has(`${line.index} ${article}`)) continue;
		const isSibling = alignment.isReplaced || coverage < OWN_LINE;
		if (pattern.isSignature && isSibling && coverage >= MEANT) against.add(article);
	}
	for (const { articles } of owners.values()) for (const article of articles) against.delete(article);
	return against;
}
/** The matches of each article, one for each line of the paste, heaviest first. */
function sharePrinted(matches) {
	const perLine = /* @__PURE__ */ new Map();
	for (const match of matches) {
		const articles = perLine.get(match.line.index) ?? /* @__PURE__ */ new Map();
		perLine.set(match.line.index, articles);
		const known = articles.get(match.article);
		if (!known || known.evidence < match.evidence) articles.set(match.article, match);
	}
	const perArticle = /* @__PURE__ */ new Map();
	for (const articles of perLine.values()) {
		const most = Math.max(...[...articles.values()].map(({ evidence }) => evidence));
		if (most <= 0) continue;
		let shares = 0;
		for (const { evidence } of articles.values()) shares += (evidence / most) ** 4;
		for (const match of articles.values()) {
			const own = (match.evidence / most) ** 2 / Math.sqrt(shares);
			const list = perArticle.get(match.article) ?? [];
			const echo = CONSEQUENCE ** match.line.consequence;
			list.push({
				match,
				worth: match.evidence * own * echo
			});
			perArticle.set(match.article, list);
		}
	}
	for (const list of perArticle.values()) list.sort((a, b) => b.worth - a.worth);
	return perArticle;
}

// src/domain/package-name.ts
/** Names of packages as PEP 503 compares them. */
function normalizeName(name) {
	return name.toLowerCase().replace(/[-_.]{1,60}/g, "-");
}

// src/diagnose/read-environment.ts
/** Votes for a value, since one log may name several: the tool's own Python, another machine's wheel. */
var Votes = class {
	#votes = /* @__PURE__ */ new Map();
	add(value, weight) {
		this.#votes.set(value, (this.#votes.get(value) ?? 0) + weight);
	}
	/** The value with most votes; of equals the one that came first. */
	winner() {
		let best;
		for (const vote of this.#votes) if (!best || vote[1] > best[1]) best = vote;
		return best?.[0];
	}
};
/** Where Python's version stands. Group 1 is the version (`3.13`, `3.13.4`, `313`), group 2 the `t` or `d` of the build. */
const PYTHON = [
	{
		pattern: /\bpython(?: version)?\s{0,3}(?:[:=]{0,2})\s{0,3}v?(3\.\d{1,2}(?:\.\d{1,2})?)(t?)\b/gi,
		weight: 4
	},
	{
		pattern: /\bon python (3\.\d{1,2})(t?)\b/gi,
		weight: 2
	},
	{
		pattern: /\bcp(3\d{1,2})-(?:cp3\d{1,2}|abi3)(t?)/g,
		weight: 2
	},
	{
		pattern: /\.cpython-(3\d{1,2})([td]?)-/g,
		weight: 3
	},
	{
		pattern: /\.cp(3\d{1,2})(t?)-win/g,
		weight: 3
	},
	{
		pattern: /[/\\]python(3\.\d{1,2})([td]?)[/\\]/g,
		weight: 2
	},
	{
		pattern: /[/\\]Python(3\d{1,2})(t?)(?:-\d\d)?[/\\]/g,
		weight: 2
	},
	{
		pattern: /[/\\](?:Versions|Python)[/\\](3\.\d{1,2}(?:\.\d{1,2})?)(t?)[/\\]/g,
		weight: 2
	},
	{
		pattern: /\bcpython-(3\.\d{1,2}(?:\.\d{1,2})?)(t?)\b/g,
		weight: 2
	},
	{
		pattern: /\blibpython(3\.\d{1,2})([td]?)m?\.(?:so|a|dylib)/g,
		weight: 1
	}
];
const PLATFORMS = [
	{
		pattern: /-(?:many|musl)?linux(?:_|\d|-)|\bx86_64-linux-gnu|\]\s{0,2}on linux\b/,
		platform: "linux",
		weight: 3
	},
	{
		pattern: /(?:^|[\s"'(:])\/(?:usr\/(?:lib|include|bin\/ld)|lib64?|home|opt\/conda|root)\//,
		platform: "linux",
		weight: 2
	},
	{
		pattern: /\bcannot open shared object file\b|\bundefined reference to\b|\bGLIBC(?:XX)?_\d|\.so\.\d/,
		platform: "linux",
		weight: 1
	},
	{
		pattern: /-macosx[-_]\d|\bdarwin\b|\]\s{0,2}on darwin\b/,
		platform: "macos",
		weight: 3
	},
	{
		pattern: /(?:^|[\s"'(:])\/(?:Users|private\/var|Library|opt\/homebrew|System\/Volumes)\//,
		platform: "macos",
		weight: 3
	},
	{
		pattern: /", referenced from:|\bsymbols? for architecture\b/,
		platform: "macos",
		weight: 2
	},
	{
		pattern: /\bdyld\[|\bdlopen\(\/|\.dylib\b/,
		platform: "macos",
		weight: 2
	},
	{
		pattern: /win_amd64|win32|win_arm64|\]\s{0,2}on win32\b/,
		platform: "windows",
		weight: 3
	},
	{
		pattern: /\b[A-Z]:\\[^\s\\]|\\site-packages\\/,
		platform: "windows",
		weight: 3
	},
	{
		pattern: /\b(?:LNK|C)\d{4}\b|\bcl\.exe\b|\blink\.exe\b|\bMSVCP\d|\bWinError\b/i,
		platform: "windows",
		weight: 2
	}
];
const ARCHITECTURE = /(?<![A-Za-z0-9])(x86_64|amd64|aarch64|arm64|i[36]86|win32|ppc64le|s390x|riscv64|armv7l|armv6l)(?![A-Za-z0-9])/gi;
const ARCHITECTURES = {
	amd64: "x86_64",
	aarch64: "arm64",
	i386: "x86",
	i686: "x86",
	win32: "x86"
};
/** `numpy==1.26.4`, the name of a wheel or an sdist, a line of `pip list` or `conda list`, cargo's `pyo3 v0.22.5`. */
const PACKAGES = [
	/(?:^|[\s"'(,[])([A-Za-z][\w.-]{0,60})==(\d{1,5}(?:\.\w{1,8}){1,5})/g,
	/(?:^|[\s"'(,[/\\])([A-Za-z]\w{0,60})-(\d{1,5}(?:\.\d\w{0,7}){1,5})(?:\+[\w.]{1,40})?(?:-(?:cp|py)\d|\.tar\.gz|\.zip|\.dist-info|\.egg|[/\\])/g,
	/^([A-Za-z][\w.-]{0,60}) {1,40}(\d{1,5}(?:\.\w{1,8}){1,5})(?: |$)/g,
	/(?:^|[\s"'(,[])([a-z][\w-]{0,60}) v(\d{1,5}\.\d{1,5}\.\d{1,5})\b/g
];
/** `NumPy 1.26`, `numba version: 0.60`: prose, believed only of packages that some article speaks of. */
const IN_PROSE = /(?:^|[\s"'(,[])([A-Za-z][\w-]{1,40}) (?:version:? )?v?(\d{1,5}(?:\.\d{1,5}){1,3})\b/g;
/** Lines read for packages; a freeze of a large environment has some hundreds. */
const CLUES_READ = 2e4;
const MAY_SAY = /python|cpython|cp3\d|linux|darwin|macos|win|\/(?:usr|home|lib|root|opt|Users|private|Library)|[A-Z]:\\|\.so|dylib|dll|LNK|==|\d\.\d|GIL|free-thread|referenced from|architecture|undefined reference/i;
/**
* Reads Python, platform and packages out of the cleaned lines of a paste.
*
* @param known normalised names of the packages that articles speak of
*/
function readEnvironment(lines, known = /* @__PURE__ */ new Set()) {
	const pythons = new Votes();
	const micros = /* @__PURE__ */ new Map();
	const builds = new Votes();
	const systems = new Votes();
	const architectures = new Votes();
	const packages = Object.create(null);
	let read = 0;
	for (const { text } of lines) {
		if (!MAY_SAY.test(text)) continue;
		if (++read > CLUES_READ) break;
		for (const { pattern, weight } of PYTHON) for (const [, version = "", flag = ""] of text.matchAll(pattern)) {
			const full = version.includes(".") ? version : `3.${version.slice(1)}`;
			const series = full.split(".").slice(0, 2).join(".");
			pythons.add(series, weight);
			if (full !== series) micros.set(series, full);
			if (flag) builds.add(flag.toLowerCase() === "t" ? "free-threaded" : "debug", weight);
		}
		if (/free-thread(?:ed|ing) build/i.test(text)) builds.add("free-threaded", 3);
		for (const { pattern, platform, weight } of PLATFORMS) if (pattern.test(text)) systems.add(platform, weight);
		for (const [name] of text.matchAll(ARCHITECTURE)) {
			const lower = name.toLowerCase();
			architectures.add(ARCHITECTURES[lower] ?? lower, 1);
		}
		for (const [, name = "", version = ""] of text.matchAll(IN_PROSE)) if (known.has(normalizeName(name))) packages[normalizeName(name)] = version;
		for (const pattern of PACKAGES) for (const [, name = "", version = ""] of text.matchAll(pattern)) packages[normalizeName(name)] = version;
	}
	const series = pythons.winner();
	const python = series === void 0 ? void 0 : micros.get(series) ?? series;
	const build = builds.winner();
	const platform = systems.winner();
	const architecture = architectures.winner();
	return {
		...python !== void 0 && { python },
		...build && { build },
		...platform && { platform },
		...architecture !== void 0 && { architecture },
		packages
	};
}

// src/diagnose/entities.ts
const ENTITIES = {
	"&lt;": "<",
	"&gt;": ">",
	"&amp;": "&",
	"&quot;": "\"",
	"&#39;": "'",
	"&#x27;": "'"
};
/** Text that was escaped for HTML, as text again; what is no entity of these few stays as it is. */
function unescapeEntities(text) {
	return text.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}

// src/diagnose/log-prefixes.ts
/**
* What tools put in front of other programs' lines. Each is general to a tool, none belongs to a fault.
* Applied again and again, since they nest: a container's log of a CI job's log of pip's box of pytest's line.
*/
const PREFIXES = [
	/^\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?[:\s]/,
	/^\[\s*(?:\d{4}-\d{2}-\d{2}[T ])?(?:\d{2}:\d{2}(?::\d{2})?|\d{1,12}\.\d{2,9})(?:[.,]\d{1,9})?Z?\]/,
	/^\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,9})?\s/,
	/^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d{2}:\d{2}:\d{2} [\w.-]{1,64} [\w./-]{1,64}(?:\[\d{1,8}\])?:/,
	/^#\d{1,4} \d{1,6}\.\d{1,4}(?:\s|$)/,
	/^\d{1,6}\.\d{3}\s/,
	/^[\w.-]{1,40}\s{0,20}\|\s/,
	/^[│┃┆╎|❱]+/,
	/^(?:E|>{1,3})\s/,
	/^[×╰─>╭╮╯━]{1,4}\s/,
	/^(?:\[(?:INFO|WARN|WARNING|ERROR|DEBUG|stdout|stderr)\]|stderr:|stdout:|remote:|npm ERR!)\s?/
];
/** Rounds of prefixes: a line that nests deeper is not read any better. */
const ROUNDS = 6;
/** Digits, brackets, bars and the like: how a line must begin to have a prefix at all. */
const MAY_HAVE_PREFIX = /^[\d[#│┃┆╎|❱×╰─>╭╮╯━ECDFJMANOSnrsw\w]/;
/** The line without what stands in front of it, and without the right edge of a box. */
function withoutPrefixes(line) {
	let rest = line.trim();
	for (let round = 0; round < ROUNDS; round++) {
		const before = rest;
		if (!MAY_HAVE_PREFIX.test(rest)) break;
		for (const prefix of PREFIXES) rest = rest.replace(prefix, "").trimStart();
		if (rest === before) break;
	}
	return rest.replace(/[│┃╮╯]$/, "").trimEnd();
}

// src/diagnose/translations.ts
/**
* What compilers, linkers and loaders print in other languages, with the English that articles are written in.
* General phrases of Windows, MSVC, GCC and the C library only; nothing here belongs to one fault.
*/
const PHRASES = [
	["找不到指定的模块", "The specified module could not be found."],
	["找不到指定的模組", "The specified module could not be found."],
	["Das angegebene Modul wurde nicht gefunden", "The specified module could not be found."],
	["지정된 모듈을 찾을 수 없습니다", "The specified module could not be found."],
	["指定されたモジュールが見つかりません", "The specified module could not be found."],
	["Le module spécifié est introuvable", "The specified module could not be found."],
	["No se puede encontrar el módulo especificado", "The specified module could not be found."],
	["No se encontró el módulo especificado", "The specified module could not be found."],
	["Não foi possível encontrar o módulo especificado", "The specified module could not be found."],
	["Impossibile trovare il modulo specificato", "The specified module could not be found."],
	["Не найден указанный модуль", "The specified module could not be found."],
	["Nie można odnaleźć określonego modułu", "The specified module could not be found."],
	["找不到指定的程序", "The specified procedure could not be found."],
	["Die angegebene Prozedur wurde nicht gefunden", "The specified procedure could not be found."],
	["지정된 프로시저를 찾을 수 없습니다", "The specified procedure could not be found."],
	["Не найдена указанная процедура", "The specified procedure could not be found."],
	["La procédure spécifiée est introuvable", "The specified procedure could not be found."],
	["动态链接库(DLL)初始化例程失败", "A dynamic link library (DLL) initialization routine failed."],
	["不是有效的 Win32 应用程序", "is not a valid Win32 application."],
	["ist keine zulässige Win32-Anwendung", "is not a valid Win32 application."],
	["系统找不到指定的文件", "The system cannot find the file specified"],
	["Das System kann die angegebene Datei nicht finden", "The system cannot find the file specified"],
	["지정된 파일을 찾을 수 없습니다", "The system cannot find the file specified"],
	["Не удается найти указанный файл", "The system cannot find the file specified"],
	["无法解析的外部符号", "unresolved external symbol"],
	["無法解析的外部符號", "unresolved external symbol"],
	["Verweis auf nicht aufgelöstes externes Symbol", "unresolved external symbol"],
	["nicht aufgelöstes externes Symbol", "unresolved external symbol"],
	["확인할 수 없는 외부 기호", "unresolved external symbol"],
	["外部シンボル", "unresolved external symbol"],
	["symbole externe non résolu", "unresolved external symbol"],
	["无法解析的外部命令", "unresolved externals"],
	["nicht aufgelöste Externe", "unresolved externals"],
	["확인할 수 없는 외부 참조", "unresolved externals"],
	["无法打开包括文件", "Cannot open include file: No such file or directory"],
	["Datei (Include) kann nicht geöffnet werden", "Cannot open include file"],
	["포함 파일을 열 수 없습니다", "Cannot open include file"],
	["无法打开文件", "cannot open file"],
	["無法開啟檔案", "cannot open file"],
	["kann nicht geöffnet werden", "cannot open file"],
	["파일을 열 수 없습니다", "cannot open file"],
	["не удается открыть файл", "cannot open file"],
	["未声明的标识符", "undeclared identifier"],
	["nichtdeklarierter Bezeichner", "undeclared identifier"],
	["선언되지 않은 식별자", "undeclared identifier"],
	["的成员", "is not a member of"],
	["ist kein Member von", "is not a member of"],
	["ist kein Element von", "is not a member of"],
	["멤버가 아닙니다", "is not a member of"],
	["找不到标识符", "identifier not found"],
	["Bezeichner wurde nicht gefunden", "identifier not found"],
	["식별자를 찾을 수 없습니다", "identifier not found"],
	["用于调用的参数太少", "too few arguments for call"],
	["函数调用的参数太少", "too few arguments for call"],
	["Zu wenige Argumente", "too few arguments for call"],
	["매개 변수가 너무 적습니다", "too few arguments for call"],
	["使用了未定义类型", "use of undefined type"],
	["Verwendung eines undefinierten Typs", "use of undefined type"],
	["정의되지 않은 형식", "use of undefined type"],
	["没有名为", "has no member named"],
	["hat kein Element namens", "has no member named"],
	["未定义的引用", "undefined reference to"],
	["nicht definierter Verweis auf", "undefined reference to"],
	["undefinierter Verweis auf", "undefined reference to"],
	["référence indéfinie vers", "undefined reference to"],
	["неопределённая ссылка на", "undefined reference to"],
	["未定义符号", "undefined symbol"],
	["隐式声明函数", "implicit declaration of function"],
	["Implizite Deklaration der Funktion", "implicit declaration of function"],
	["提供的实参太少", "too few arguments to function"],
	["对函数的实参太少", "too few arguments to function"],
	["Zu wenige Argumente für Funktion", "too few arguments to function"],
	["在此作用域中尚未声明", "was not declared in this scope"],
	["wurde in diesem Gültigkeitsbereich nicht definiert", "was not declared in this scope"],
	["对不完全的类型", "invalid use of incomplete type"],
	["致命错误", "fatal error"],
	["schwerwiegender Fehler", "fatal error"],
	["没有那个文件或目录", "No such file or directory"],
	["Datei oder Verzeichnis nicht gefunden", "No such file or directory"],
	["그런 파일이나 디렉터리가 없습니다", "No such file or directory"],
	["Aucun fichier ou dossier de ce", "No such file or directory"],
	["No existe el archivo o el directorio", "No such file or directory"],
	["Нет такого файла или каталога", "No such file or directory"],
	["资源暂时不可用", "Resource temporarily unavailable"],
	["資源暫時無法取得", "Resource temporarily unavailable"],
	["Die Ressource ist zur Zeit nicht verfügbar", "Resource temporarily unavailable"],
	["Ressource temporairement non disponible", "Resource temporarily unavailable"],
	["Ресурс временно недоступен", "Resource temporarily unavailable"],
	["자원이 일시적으로 사용 불가능함", "Resource temporarily unavailable"],
	["不允许的操作", "Operation not permitted"],
	["Die Operation ist nicht erlaubt", "Operation not permitted"],
	["Opération non permise", "Operation not permitted"],
	["Операция не позволена", "Operation not permitted"],
	["명령을 허용하지 않음", "Operation not permitted"],
	["段错误", "Segmentation fault"],
	["段错误 (核心已转储)", "Segmentation fault (core dumped)"],
	["Speicherzugriffsfehler", "Segmentation fault"],
	["Erreur de segmentation", "Segmentation fault"],
	["Ошибка сегментирования", "Segmentation fault"],
	["非法指令", "Illegal instruction"],
	["Ungültiger Maschinenbefehl", "Illegal instruction"],
	["无法分配内存", "Cannot allocate memory"],
	["Nicht genügend Hauptspeicher verfügbar", "Cannot allocate memory"]
];
/** A line without any of these is English already: one look instead of a hundred. */
const FOREIGN = /[\u0080-\uffff]|\b(?:nicht|kann|wurde|kein|ist|dossier|modulo|archivo|schwerwiegender|Speicherzugriffsfehler|Erreur|introuvable|wenige|Verwendung)\b/;
/** The line, followed by the English of every known phrase in it. */
function withEnglish(line) {
	if (!FOREIGN.test(line)) return line;
	const english = PHRASES.filter(([phrase]) => line.includes(phrase)).map(([, text]) => text);
	return english.length === 0 ? line : `${line} ${english.join(" ")}`;
}

// src/diagnose/clean-line.ts
const ESCAPE = "\x1B";
/** Colours and cursor movements (ECMA-48), and what is left of them where the escape character was lost. */
const CONTROL_SEQUENCE = new RegExp(`${ESCAPE}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\\u0007\\n]*\\u0007?|[@-Z])`, "g");
const LOST_COLOUR = /\[(?:\d{1,3};){0,4}\d{0,3}m/g;
/** UTF-8 quotes read as Latin-1 or Windows-1252, as GBK, or printed byte by byte. */
const BROKEN_QUOTE = /â€[\u0098\u0099\u009c\u009d˜™œ“”‘’\u02dc]?|â\u0080[\u0098\u0099\u009c\u009d]|Ã¢Â?€[^\s\w]{0,3}|<E2><80><9[89CDcd]>|\\x?[eE]2\\x?80\\x?9[89cdCD]|\\342\\200\\23[0145]|鈥[楒渃榒檚]?|\\u201[89cd]/g;
const QUOTES = /[‘’‚‛“”„‟′″`´«»＂＇]/g;
/** Full-width punctuation, as Chinese messages have it. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Control characters, lone surrogates, replacement characters, zero-width ones. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffd\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/gu;
const PLAIN = /^[\t\u0020-\u005f\u0061-\u007e]*$/;
/** One line of a paste as the program meant it: no colours, no time stamps, no boxes, straight quotes, English beside it. */
function cleanLine(line) {
	return withEnglish(withoutPrefixes(tidied(line, true)));
}
/** A text without what colors it in a terminal and moves its cursor. */
function withoutColors(text) {
	return text.includes(ESCAPE) ? text.replace(CONTROL_SEQUENCE, "") : text;
}
function tidied(line, hasStraightQuotes) {
	let text = line;
	if (text.includes("&")) text = unescapeEntities(text);
	text = withoutColors(text);
	if (text.includes("[")) text = text.replace(LOST_COLOUR, "");
	if (/\\(?:x?[eE]2|342|u201)|<E2>/.test(text)) text = text.replace(BROKEN_QUOTE, "'");
	if (!PLAIN.test(text)) {
		text = text.replace(BROKEN_QUOTE, "'");
		if (hasStraightQuotes) text = text.replace(QUOTES, "'");
		text = text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 65248)).replace(UNPRINTABLE, " ");
	}
	return text;
}

// src/diagnose/unescape.ts
/** A newline inside a repr, escaped once or several times. */
const ESCAPED_NEWLINE = /\\{1,8}r?\\{0,8}n/g;
/** What follows an escaped newline and hardly a folder of a Windows path: no small letter, or two newlines in a row. */
const SURE = /\\n(?:[^a-z]|$)/;
const WINDOWS_PATH = /[A-Za-z]:\\{1,4}[^\\\s]/;
/**
* The lines inside a line: messages arrive as `Err(PyErr { value: ImportError('\n\nIMPORTANT: ...\n') })`, in a
* `repr()`, in JSON. Quotes lose their backslashes. In a Windows path `\n` is a folder's first letter and stays.
*/
function unescapeLines(line) {
	if (!line.includes("\\")) return [line];
	const text = line.replace(/\\{1,8}(["'])/g, "$1").replace(/\\t/g, (tab, at) => keptTab(line, at, tab));
	if (!SURE.test(text)) return [text];
	if (!WINDOWS_PATH.test(text)) return text.split(ESCAPED_NEWLINE);
	return text.split(/\\{1,8}n(?=[^a-z]|$)/);
}
/** `\t` in a Windows path is a folder, too. */
function keptTab(line, at, tab) {
	return /[a-z]/.test(line.charAt(at + 2)) ? tab : " ";
}

// src/diagnose/read-paste.ts
/** The most that is read of a paste, in UTF-16 units. */
const MAX_PASTE_LENGTH = 5242880;
/** A longer line is read in pieces of this length: minified files, base64, a log without line ends. */
const PIECE_LENGTH = 2e3;
/** Widths at which terminals and image builders break lines in the middle of a word. */
const TERMINAL_WIDTHS = /* @__PURE__ */ new Set([
	76,
	79,
	80,
	81,
	100,
	120,
	132
]);
/**
* Takes a paste apart into cleaned lines that are not empty; a line with escaped newlines becomes several of one number.
* Runs in linear time whatever the input.
*/
function readPaste(paste) {
	const truncated = paste.length > MAX_PASTE_LENGTH;
	const raw = (truncated ? paste.slice(0, MAX_PASTE_LENGTH) : paste).split(/\r\n|[\n\r\u2028\u2029]/);
	const lines = [];
	let known;
	joinBroken(raw).forEach(({ number, text }) => {
		if (text === known?.raw) return;
		known = {
			raw: text,
			text
		};
		for (const piece of pieces(text)) for (const inner of unescapeLines(piece)) {
			const cleaned = cleanLine(inner);
			if (cleaned !== "") lines.push({
				number,
				text: cleaned
			});
		}
	});
	return {
		lines,
		truncated
	};
}
/** Signs that programs print around names and values, and people leave out when they say what happens. */
const PRINTED = /[:'"`\\<>{}]/;
/** A person's question is seldom longer. */
const QUESTION_LINES = 3;
/** True for a few lines of words, as a person types them into a search: "append does nothing", "only on 3.11". */
function isQuestion(lines) {
	return lines.length > 0 && lines.length <= QUESTION_LINES && lines.every(({ text }) => !PRINTED.test(text));
}
/** Joins lines that were broken in the middle of a word because a terminal was only so wide. */
function joinBroken(raw) {
	const joined = [];
	let open;
	raw.forEach((text, index) => {
		const isBroken = TERMINAL_WIDTHS.has(text.length) && /\w$/.test(text) && /^\w/.test(raw[index + 1] ?? "");
		if (open) open.text += text;
		else joined.push(open = {
			number: index + 1,
			text
		});
		if (!isBroken || open.text.length > PIECE_LENGTH) open = void 0;
	});
	return joined;
}
function pieces(line) {
	if (line.length <= PIECE_LENGTH) return [line];
	const found = [];
	for (let start = 0; start < line.length;) {
		const piece = line.slice(start, start + PIECE_LENGTH);
		const space = piece.lastIndexOf(" ");
		const end = start + PIECE_LENGTH >= line.length || space < PIECE_LENGTH / 2 ? piece.length : space;
		found.push(piece.slice(0, end));
		start += end;
	}
	return found;
}

// src/diagnose/align.ts
/** What one token of the line between two found ones costs; under a placeholder anything may stand for less. */
const SKIP = .05;
const SKIP_IN_GAP = .012;
/** A directory of the reader's machine that happens to be called like a word of the message. */
const FOLDER$2 = .25;
/** Weight, as a share of the heaviest, of the words that carry a message. */
const HEAVY = .8;
/** A number in the place of another one: the place is right. */
const OTHER_NUMBER = .35;
/**
* The heaviest way in which the tokens of a signature follow each other in a line.
* Local alignment after T. F. Smith and M. S. Waterman, "Identification of common molecular subsequences", 1981,
* with rarity as similarity; either may begin or end anywhere, so that cut messages are found.
*
* Time and space grow with the product of the two lengths; callers keep both short.
*/
function align(pattern, weights, line) {
	const width = line.length + 1;
	const scores = new Float64Array((pattern.length + 1) * width);
	/** 1: matched here, 2: from the left, 3: from above. */
	const moves = new Uint8Array(scores.length);
	let best = 0;
	let bestAt = 0;
	for (let row = 1; row <= pattern.length; row++) {
		const token = pattern[row - 1];
		if (!token) break;
		const weight = weights[row - 1] ?? 0;
		const skip = token.kind === "gap" ? SKIP_IN_GAP : SKIP;
		for (let column = 1; column < width; column++) {
			const at = row * width + column;
			const above = scores[at - width] ?? 0;
			const left = (scores[at - 1] ?? 0) - skip;
			const other = line[column - 1];
			const gain = other ? similarity(token, other) * weight : 0;
			const diagonal = gain > 0 ? (scores[at - width - 1] ?? 0) + gain : 0;
			let score = 0;
			if (diagonal > 0 && diagonal >= above && diagonal >= left) {
				score = diagonal;
				moves[at] = 1;
			} else if (above > 0 && above >= left) {
				score = above;
				moves[at] = 3;
			} else if (left > 0) {
				score = left;
				moves[at] = 2;
			}
			scores[at] = score;
			if (score > best) {
				best = score;
				bestAt = at;
			}
		}
	}
	return best > 0 ? trace(pattern, weights, line, moves, bestAt) : void 0;
}
function trace(pattern, weights, line, moves, end) {
	const width = line.length + 1;
	const found = {
		matched: 0,
		first: 0,
		last: 0,
		equalNumbers: 0,
		otherNumbers: 0
	};
	const pairs = [];
	const heavy = HEAVY * Math.max(...weights);
	const last = Math.floor(end / width) - 1;
	let next = last + 1;
	let isReplaced = false;
	let at = end;
	found.last = end % width - 1;
	for (;;) {
		const move = moves[at];
		if (move === 1) {
			const row = Math.floor(at / width) - 1;
			const column = at % width - 1;
			const token = pattern[row];
			const other = line[column];
			for (let between = row + 1; between < next; between++) if (next <= last && (weights[between] ?? 0) >= heavy) isReplaced = true;
			next = row;
			if (token && other) {
				found.matched += similarity(token, other) * (weights[row] ?? 0);
				if (token.kind === "number") {
					if (token.term === other.term) found.equalNumbers++;
					else found.otherNumbers++;
					pairs.push({
						pattern: valueOf(token),
						line: valueOf(other)
					});
				}
			}
			found.first = column;
			at -= width + 1;
		} else if (move === 2) at -= 1;
		else if (move === 3) at -= width;
		else break;
	}
	return {
		...found,
		isReplaced,
		isReversed: areReversed(pairs)
	};
}
function similarity(token, other) {
	if (token.kind === "gap" || other.kind === "gap") return 0;
	if (token.term === other.term) return other.isFolder ? FOLDER$2 : 1;
	if (token.kind === "number" && other.kind === "number") return OTHER_NUMBER;
	if (other.stems.length > 0 && other.stems.includes(token.term)) return 1;
	return 0;
}
/** The number itself; of versions such as 3.13 the first two parts, in order of size. */
function valueOf({ term }) {
	const text = term.slice(1);
	if (text.startsWith("0x")) return Number.parseInt(text, 16);
	const [major = "0", minor = "0"] = text.split(".");
	return Number(major) + Number(minor) / 1e4;
}
function areReversed(pairs) {
	for (let at = 1; at < pairs.length; at++) {
		const [a, b] = [pairs[at - 1], pairs[at]];
		if (!a || !b) continue;
		const wanted = Math.sign(a.pattern - b.pattern);
		const seen = Math.sign(a.line - b.line);
		if (wanted !== 0 && seen === -wanted) return true;
	}
	return false;
}

// src/diagnose/signature-voice.ts
/** Lines tried for one pattern: those that have most of its words. */
const LINES_TRIED = 5;
/** Tokens of a line and its followers that are looked at: messages are wrapped, and some are very long. */
const WINDOW = 160;
const LINES_JOINED = 3;
/** Less than this in common is chance. */
const LEAST_COMMON = .7;
/** Weight that a line must have to count as explained whole. */
const LEAST_EXPLAINED = 1.5;
/** Lines at either end of a paste that may have been cut off. */
const END_LINES = 2;
const FACTORS = {
	line: .85,
	frame: .6,
	reversed: .6,
	replaced: .7,
	cut: .85,
	cutInside: .6
};
/**
* Holds the signatures of some articles against the lines that share words with them.
*
* @param all every cleaned line, to read on where a message is wrapped
*/
function signatureVoice(articles, lines, all, knowledge) {
	const linesOf = invert(lines);
	const windows = /* @__PURE__ */ new Map();
	const windowAt = (line) => {
		const known = windows.get(line.index);
		if (known) return known;
		const tokens = [...line.tokens];
		for (let next = 1; next < LINES_JOINED && tokens.length < WINDOW; next++) {
			const follower = all[line.index + next];
			if (follower) tokens.push(...tokenize(follower.text));
		}
		windows.set(line.index, tokens.slice(0, WINDOW));
		return tokens.slice(0, WINDOW);
	};
	const matches = [];
	for (const article of articles) for (const pattern of knowledge.patternsOf(article)) for (const at of likelyLines(pattern, linesOf)) {
		const line = lines[at];
		const match = line && matchLine(pattern, line, windowAt, all.length);
		if (match) matches.push(match);
	}
	return matches;
}
/** Which lines have a term, counting what names begin with. */
function invert(lines) {
	const linesOf = /* @__PURE__ */ new Map();
	lines.forEach((line, at) => {
		const add = (term) => {
			const known = linesOf.get(term);
			if (!known) linesOf.set(term, [at]);
			else if (known.at(-1) !== at) known.push(at);
		};
		for (const { term, stems, kind } of line.tokens) {
			if (kind === "gap") continue;
			add(term);
			stems.forEach(add);
		}
	});
	return linesOf;
}
function likelyLines(pattern, linesOf) {
	const common = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	pattern.tokens.forEach(({ term, kind }, at) => {
		if (kind === "gap" || seen.has(term)) return;
		seen.add(term);
		for (const line of linesOf.get(term) ?? []) common.set(line, (common.get(line) ?? 0) + (pattern.weights[at] ?? 0));
	});
	const least = Math.min(LEAST_COMMON, .5 * pattern.total);
	return [...common].filter(([, weight]) => weight >= least).sort(([lineA, a], [lineB, b]) => b - a || lineA - lineB).slice(0, LINES_TRIED).map(([line]) => line);
}
function matchLine(pattern, line, windowAt, count) {
	const tokens = line.tokens.slice(0, WINDOW);
	let alignment = align(pattern.tokens, pattern.weights, tokens);
	if (!alignment || pattern.total === 0) return void 0;
	if (alignment.matched < .9 * pattern.total) {
		const wider = align(pattern.tokens, pattern.weights, windowAt(line));
		if (wider && wider.first < tokens.length && wider.matched > alignment.matched) alignment = wider;
	}
	const { matched } = alignment;
	const coverage = Math.min(matched / pattern.total, 1);
	const explained = Math.min(matched / Math.max(line.total, LEAST_EXPLAINED), 1);
	const cut = line.index < END_LINES || line.index >= count - END_LINES ? FACTORS.cut : FACTORS.cutInside;
	let evidence = matched * Math.max(coverage, cut * explained);
	if (!pattern.isSignature) evidence *= FACTORS.line;
	if (line.isFrame || pattern.isFrame && !pattern.isSignature) evidence *= FACTORS.frame;
	if (alignment.isReplaced) evidence *= FACTORS.replaced;
	if (alignment.isReversed) evidence *= FACTORS.reversed;
	return {
		article: pattern.article,
		pattern,
		line,
		alignment,
		coverage,
		evidence
	};
}

// src/diagnose/frames.ts
/** A frame of Python, of gdb, of valgrind, of Rust's and Java's backtraces; a compiler's "In file included from". */
const FRAME$1 = /^(?:File "|#\d+\s|==\d+==\s+(?:at|by) |\s*at \S+[.(:]|\d+: +\S+::|In file included from|from \S+:\d+|from \/\S+$)/;
/** True for a line that says where, not what. */
const isFrame = (line) => FRAME$1.test(line);

// src/diagnose/telling-lines.ts
/** So many lines are held against signatures; the rest of a log says less than these. */
const MOST_LINES = 300;
/** Lines that say less than one rare word are not worth it. */
const LEAST_KNOWN = .3;
/** Directories count so much of other names: most are the reader's own. */
const FOLDER$1 = .25;
/** What Python prints between an exception and the one that was raised because of it. */
const CHAINED = /^(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):?$/;
const TRACEBACK = /^(?:[|+] *)?Traceback \(most recent call last\)/;
const DIGITS = /\d+/g;
/** Picks the lines that say most to the library, in the order of the paste, each different line once. */
function tellingLines(lines, knowledge) {
	const seen = /* @__PURE__ */ new Set();
	const candidates = [];
	let consequence = 0;
	let isChained = false;
	lines.forEach((line, index) => {
		if (CHAINED.test(line.text)) isChained = true;
		else if (TRACEBACK.test(line.text)) {
			consequence = isChained ? consequence + 1 : 0;
			isChained = false;
		}
		const key = line.text.replace(DIGITS, "0");
		if (seen.has(key)) return;
		seen.add(key);
		const read = {
			...readLine(line, index, knowledge),
			consequence
		};
		if (read.known > LEAST_KNOWN) candidates.push(read);
	});
	if (candidates.length <= MOST_LINES) return candidates;
	const least = candidates.map(({ known }) => known).sort((a, b) => b - a)[299] ?? 0;
	return candidates.filter(({ known }) => known >= least).slice(0, 2 * MOST_LINES);
}
function readLine(line, index, knowledge) {
	const tokens = tokenize(line.text);
	const terms = /* @__PURE__ */ new Set();
	let total = 0;
	let known = 0;
	for (const token of tokens) {
		if (token.kind === "gap" || terms.has(token.term)) continue;
		terms.add(token.term);
		const term = knowledge.term(token.term);
		const isOpen = token.stems.some((stem) => knowledge.term(stem));
		const weight = knowledge.weightOf(token) * (token.isFolder ? FOLDER$1 : 1);
		total += weight;
		if (term && term.articles.length > 0) known += weight;
		else if (isOpen) known += weight;
		else if (token.parts.some((part) => knowledge.term(part))) known += weight / 2;
	}
	return {
		...line,
		index,
		tokens,
		total,
		known,
		isFrame: isFrame(line.text)
	};
}

// src/diagnose/word-voice.ts
/** The second line of an article counts so much of the first, the third so much of the second, and so on. */
const FADING = .6;
const LINES_COUNTED = 6;
/** A word that was counted on an earlier line counts so much again. */
const REPEATED = .25;
/** A part of a name counts so much of a word, and a frame so much of a message. */
const PART = .5;
const FRAME = .6;
/** A directory of the reader's machine that happens to be called so. */
const FOLDER = .25;
/**
* Sums the weights of the known words, line by line, for every article that has any of them.
*
* @param factors what a word says for an article, by where the article has it
*/
function wordVoice(lines, knowledge, factors) {
	const perArticle = /* @__PURE__ */ new Map();
	const counted = /* @__PURE__ */ new Set();
	const order = lines.map((_, at) => at).sort((a, b) => gain(lines[b]) - gain(lines[a]));
	for (const at of order) {
		const line = lines[at];
		if (!line) continue;
		for (const [article, { sum, plain }] of sumLine(line, knowledge, factors, counted)) {
			const sums = perArticle.get(article) ?? [];
			sums.push({
				line: at,
				sum: line.isFrame ? sum * FRAME : sum,
				share: Math.min(plain / (line.total || 1), 1)
			});
			perArticle.set(article, sums);
		}
	}
	return [...perArticle].map(([article, sums]) => {
		sums.sort((a, b) => b.sum - a.sum);
		let score = 0;
		let part = 1;
		for (const { sum } of sums.slice(0, LINES_COUNTED)) {
			score += part * sum;
			part *= FADING;
		}
		const [best] = sums;
		return {
			article,
			score,
			best: best?.line ?? 0,
			most: best?.sum ?? 0,
			share: best?.share ?? 0
		};
	});
}
/** Lines of which the library knows much come first; what it does not know speaks a little against them. */
const gain = (line) => line ? line.known - .1 * line.total : 0;
function sumLine(line, knowledge, factors, counted) {
	const sums = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	const count = (text, part) => {
		const term = knowledge.term(text);
		if (!term || term.articles.length === 0) return false;
		if (seen.has(text)) return true;
		seen.add(text);
		const weight = term.weight * part * (counted.has(text) ? REPEATED : 1);
		counted.add(text);
		term.articles.forEach((article, at) => {
			const factor = factors[term.fields[at] ?? 0] ?? 0;
			const before = sums.get(article) ?? {
				sum: 0,
				plain: 0
			};
			before.sum += weight * factor;
			if (factor > 0) before.plain += term.weight * part;
			sums.set(article, before);
		});
		return true;
	};
	for (const { term, kind, stems, parts, isFolder } of line.tokens) {
		if (kind === "gap") continue;
		const place = isFolder ? FOLDER : 1;
		if (count(term, place)) continue;
		if (!stems.some((stem) => count(stem, place))) for (const part of parts) count(part, PART * place);
	}
	return sums;
}

// src/diagnose/consider.ts
/** So many articles are looked at closely; the right one was never further down on real pastes. */
const SHORTLIST = 16;
/** Share of a signature from which a person's words are a quotation. */
const QUOTED$1 = .5;
/** An article of whose words so little is there, beside the one with most, is not looked at. */
const LEAST_OF_BEST = .25;
/** Reads a paste and ranks every article that it may speak of. */
function consider(knowledge, paste) {
	const { lines: all, truncated } = readPaste(paste);
	const environment = readEnvironment(all, knowledge.packages);
	const lines = tellingLines(all, knowledge);
	const question = isQuestion(all);
	const words = shortlist(lines, knowledge, question);
	const articles = words.map(({ article }) => article);
	const matches = signatureVoice(articles, lines, all, knowledge).filter(({ coverage }) => !question || coverage >= QUOTED$1);
	const names = new Set(lines.flatMap(({ tokens }) => tokens.map(({ term }) => term)));
	return {
		candidates: rank(words, matches, environment, names, knowledge),
		lines,
		environment,
		isQuestion: question,
		truncated
	};
}
/** The articles whose words speak most in the telling lines of a paste, best first. */
function shortlist(lines, knowledge, question) {
	const ranked = wordVoice(lines, knowledge, question ? QUESTION_FACTORS : FIELD_FACTORS).sort((a, b) => b.score - a.score || a.article - b.article);
	const least = LEAST_OF_BEST * (ranked[0]?.score ?? 0);
	return ranked.slice(0, 16).filter(({ score }) => score >= least);
}

// src/diagnose/bytes.ts
/** Reads what `ByteWriter` wrote. */
function readNumbers(text) {
	const bytes = atob(text);
	const numbers = [];
	let value = 0;
	let shift = 0;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes.charCodeAt(at);
		value |= (byte & 127) << shift;
		shift += 7;
		if (byte < 128) {
			numbers.push(value >>> 0);
			value = 0;
			shift = 0;
		}
	}
	return numbers;
}

// src/diagnose/hash.ts
/** Bits of a term's hash: among 60,000 terms a word of the reader's own meets a known one by chance once in 1,000 times. */
const BITS = 26;
/** FNV-1a over the UTF-16 units, folded to `BITS`. The index holds hashes instead of words: shorter, and of one size. */
function hashTerm(term) {
	let hash = 2166136261;
	for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 16777619);
	return (hash >>> BITS ^ hash) & (1 << BITS) - 1;
}

// src/diagnose/knowledge.ts
/** Weights of terms that no article has: they cannot speak for one, but they show what is left unexplained. */
const UNKNOWN_WEIGHTS = {
	word: .6,
	name: .5,
	number: .08,
	gap: 0
};
/** In a signature even a common word counts so much: ten of them in the right order are a sentence of its own. */
const LEAST_WEIGHT = .12;
const opened = /* @__PURE__ */ new WeakMap();
/** Opens an index; the second time is free. */
function openIndex(index) {
	const known = opened.get(index);
	if (known) return known;
	if (index.version !== 1) throw new Error(`An index of version ${index.version}; this engine reads ${1}`);
	const knowledge = read(index);
	opened.set(index, knowledge);
	return knowledge;
}
function read(index) {
	const terms = readTerms(index);
	const patterns = [];
	const term = (text) => terms.get(hashTerm(text));
	const weightOf = ({ term: text, kind }) => kind === "gap" ? 0 : term(text)?.weight ?? UNKNOWN_WEIGHTS[kind];
	const patternOf = (article, text, isSignature) => {
		const tokens = tokenize(cleanLine(text), true);
		const weights = Float64Array.from(tokens, (token) => token.kind === "word" ? Math.max(weightOf(token), LEAST_WEIGHT) : weightOf(token));
		return {
			article,
			text,
			tokens,
			weights,
			total: weights.reduce((sum, weight) => sum + weight, 0),
			isSignature,
			isFrame: isFrame(text.trim())
		};
	};
	return {
		articles: index.articles,
		packages: new Set(index.articles.flatMap((article) => (article?.affected ?? []).map(([name]) => name))),
		term,
		weightOf,
		patternsOf(article) {
			const { signatures, lines } = index.articles[article] ?? {
				signatures: [],
				lines: []
			};
			return patterns[article] ??= [...signatures.map((text) => patternOf(article, text, true)), ...lines.map((text) => patternOf(article, text, false))];
		}
	};
}
function readTerms(index) {
	const gaps = readNumbers(index.terms);
	const weights = readNumbers(index.weights);
	const postings = readNumbers(index.postings);
	const terms = /* @__PURE__ */ new Map();
	let hash = 0;
	let at = 0;
	gaps.forEach((gap, position) => {
		hash += gap;
		const count = postings[at++] ?? 0;
		const articles = [];
		const fields = [];
		let posting = 0;
		for (let read = 0; read < count; read++) {
			posting += postings[at++] ?? 0;
			articles.push(Math.floor(posting / FIELD_FACTORS.length));
			fields.push(posting % FIELD_FACTORS.length);
		}
		terms.set(hash, {
			weight: (weights[position] ?? 0) / 16,
			articles,
			fields
		});
	});
	index.articles.forEach((article, number) => {
		if (article?.terms === void 0) return;
		const pairs = readNumbers(article.terms);
		let own = 0;
		for (let pair = 0; pair + 1 < pairs.length; pair += 2) {
			own += pairs[pair] ?? 0;
			const code = pairs[pair + 1] ?? 0;
			const weight = Math.floor(code / 8) / 16;
			const known = terms.get(own) ?? {
				weight,
				articles: [],
				fields: []
			};
			terms.set(own, known);
			known.articles.push(number);
			known.fields.push(code % 8);
		}
	});
	return terms;
}

// src/diagnose/diagnose.ts
const DEFAULT_LIMIT = 5;
/** Share of a signature from which it counts as found whole. */
const WHOLE = .85;
/** A finding that scores less than this part of the first is none. */
const LEAST_OF_FIRST = .35;
/**
* Names the known faults that a paste speaks of.
*
* @param index made by `buildIndex`
* @param paste anything: one line, a log of megabytes, words
*/
function diagnose(index, paste, { limit = DEFAULT_LIMIT } = {}) {
	const knowledge = openIndex(index);
	const considered = consider(knowledge, paste);
	const { candidates, lines, environment, truncated } = considered;
	const first = candidates[0]?.score ?? 0;
	const findings = [];
	for (const [at, candidate] of candidates.entries()) {
		if (findings.length >= limit || candidate.score < LEAST_OF_FIRST * first) break;
		const decided = decide(candidate, candidates[at + 1], considered.isQuestion);
		const confidence = at > 0 && decided === "high" ? "medium" : decided;
		const facts = knowledge.articles[candidate.article];
		const line = candidate.match?.line ?? lines[candidate.words.best];
		if (!confidence || !facts || !line) break;
		const { match } = candidate;
		const share = match ? match.coverage : candidate.words.share;
		findings.push({
			id: facts.id,
			slug: facts.slug,
			confidence,
			score: candidate.score,
			line: {
				number: line.number,
				text: line.text
			},
			...match && { signature: match.pattern.text },
			why: {
				kind: match ? share >= WHOLE ? "signature" : "partial" : "words",
				share,
				agrees: candidate.environment.agrees,
				contradicts: candidate.environment.contradicts
			}
		});
	}
	return {
		findings,
		environment,
		truncated
	};
}

// src/diagnose/redact.ts
/** More is cut before it is read. */
const MOST_READ = 2e5;
/** Words in which a secret can hide. */
const LONG_WORD = /[\w.-]{16,3000}/g;
/** Tokens that say by their beginning whose they are: GitHub, GitLab, PyPI, npm, AWS, Slack, Hugging Face, OpenAI, JWT. */
const KNOWN_TOKEN = /^(?:gh[oprsu]_|github_pat_|glpat-|pypi-AgE|npm_|AKIA|ASIA|xox[abeprs]-|hf_|sk-|eyJ)/;
/** `password=...`, `"api_key": "..."`, `Authorization: Bearer ...`, `--token=...` */
const NAMED_SECRET = /((?:pass(?:word|wd|phrase)?|secret|token|api_?key|access_?key|authorization|credentials?)["']?\s?[:=]\s?["']?(?:bearer |basic )?)([^\s"',;&)<]{6,500})/gi;
/** `https://user:token@host` */
const AUTHORITY = /:\/\/[^\s/]{1,300}/g;
/** A word, and what stands behind its `@`; matches every word, so that no input makes it look back. */
const MAYBE_EMAIL = /[\w.+-]+(?:@[\w.-]+)?/g;
/** `git@` is nobody's. */
const EMAIL = /^(?!git@)[^@]+@[^@.]+\.[^@]{2,}$/;
/** A prompt or an address of ssh: `me@desk2:~/x$`. */
const LOGIN = /(?<![\w.@-])(?!git@)([a-z_][\w.-]{0,31})@([a-z][\w.-]{0,63})(?=[:\s\]~]|$)/gim;
const IPV4 = /(?<![\w.=@-])(?:[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])){3}(?![\w.])/g;
/** Left of a number that is a version, whatever its form. */
const VERSION_BEFORE = /(?:version|v|release|[<>=~!]=?)\s?$/i;
const URL_HOST = /(\bhttps?:\/\/)(?:<secret>@)?([\w.-]{1,253})(:\d{1,5})?([^\s"'<>),;]{0,2000})/gi;
/** Domains that everybody has in their logs. */
const PUBLIC_DOMAINS = new Set("pypi.org pythonhosted.org python.org readthedocs.io readthedocs.org github.com githubusercontent.com github.io gitlab.com crates.io docs.rs rust-lang.org pyo3.rs anaconda.org conda-forge.org numpy.org scipy.org cython.org numba.org pydata.org debian.org ubuntu.com npmjs.org nvidia.com microsoft.com apple.com gnu.org llvm.org bazel.build cmake.org pytorch.org stackoverflow.com".split(" "));
/** A path from a root on, with the letter of its drive or the `~` before it. */
const PATH = /(?:\b[A-Za-z]:|~)?[/\\][^\s:"'<>|,;()]*/g;
/** The folder of a user: group 1 is what stands before the name, group 2 the name. */
const HOME = /^(\/(?:home|Users|export\/home|var\/home|data\/home)\/|[A-Z]:\\{1,2}Users\\{1,2})([^/\\]{1,64})/i;
/** Other folders of which the middle names somebody's work. */
const WORK = /^(?:\/(?:root|workspace|workspaces|builds?|mnt|srv|data|scratch|work|opt\/build|private\/var\/folders|tmp)|~|[D-Z]:\\{1,2}[^\\]{1,64})(?=[/\\])/;
const USER_VARIABLE = /\b((?:USER|USERNAME|LOGNAME|SUDO_USER|COMPUTERNAME|HOSTNAME|USERDOMAIN)\s?[=:]\s?)([^\s"';,]{1,64})/g;
/** From here on a path is the same on many machines. */
const COMMON_FOLDER = /[/\\](?:site-packages|dist-packages|lib[/\\]{1,2}python3\.\d|Python\.framework|Python3\d|conda|miniconda3|anaconda3|miniforge3|mambaforge)[/\\]/;
/** Names that are nobody's. */
const NOBODY = new Set("root user users runner runneradmin ubuntu vagrant docker jovyan public default admin administrator build builder circleci travis home app git".split(" "));
const SHORTEST_NAME = 3;
const SHORTEST_TOKEN = 20;
/** Shorter words of mixed characters are names of programs. */
const SHORTEST_SECRET = 32;
/**
* Takes out of a text what belongs to a person or an employer: tokens and passwords, e-mail and machine addresses,
* user names, folders in which somebody works. What it leaves is for a person to look over before it is published.
* Runs in linear time.
*/
function redact(text) {
	const removed = {};
	const count = (kind) => removed[kind] = (removed[kind] ?? 0) + 1;
	const take = (kind, by) => {
		count(kind);
		return by;
	};
	const users = /* @__PURE__ */ new Set();
	return {
		text: withoutNames(text.slice(0, MOST_READ).replace(AUTHORITY, (authority) => {
			const at = authority.lastIndexOf("@");
			return at < 0 ? authority : take("secret", `://<secret>${authority.slice(at)}`);
		}).replace(NAMED_SECRET, (_, name) => take("secret", `${name}<secret>`)).replace(LONG_WORD, (word) => isSecret(word) ? take("secret", "<secret>") : word).replace(MAYBE_EMAIL, (word) => EMAIL.test(word) ? take("email", "<email>") : word).replace(URL_HOST, (address, scheme, host) => isPublic(host) ? address : take("address", `${scheme}<host>/<path>`)).replace(IPV4, (address, at, all) => VERSION_BEFORE.test(all.slice(Math.max(0, at - 10), at)) ? address : take("address", "<address>")).replace(LOGIN, (_, user) => {
			users.add(user);
			return take("user", "<user>@<host>");
		}).replace(USER_VARIABLE, (_, name, user) => {
			users.add(user);
			return take("user", `${name}<user>`);
		}).replace(PATH, (path) => {
			const [home, before = "", user = ""] = HOME.exec(path) ?? [];
			if (home !== void 0) {
				users.add(user);
				return take("path", `${before}<user>${shortened(path.slice(home.length))}`);
			}
			const work = WORK.exec(path)?.[0] ?? path;
			const rest = path.slice(work.length);
			const short = shortened(rest);
			return short === rest ? path : take("path", work + short);
		}), users, count),
		removed
	};
}
/**
* True for a token by its beginning, and for a long word that is of the machine and of no language: digits, small
* letters and capitals mixed, or nothing but hexadecimal digits. Mangled names have underscores.
*/
function isSecret(word) {
	const isMixed = /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
	if (KNOWN_TOKEN.test(word)) return word.length >= SHORTEST_TOKEN && /\d/.test(word);
	if (word.length < SHORTEST_SECRET) return false;
	return /^[0-9a-f]+$/i.test(word) || isMixed && /^[A-Za-z0-9]+$/.test(word);
}
const isPublic = (host) => PUBLIC_DOMAINS.has(host.toLowerCase().split(".").slice(-2).join("."));
/** Of a path in somebody's folder only what is the same everywhere stays: `site-packages` and below, else the file. */
function shortened(path) {
	const separator = path.includes("\\") ? "\\" : "/";
	const common = COMMON_FOLDER.exec(path);
	if (common && common.index > 0) return `${separator}...${path.slice(common.index)}`;
	if (common) return path;
	const names = path.split(/[/\\]+/).filter(Boolean);
	return names.length < 2 ? path : `${separator}...${separator}${names.at(-1) ?? ""}`;
}
/** Takes the names out where they stand elsewhere as words of their own. */
function withoutNames(text, users, count) {
	const names = new Set([...users].filter((name) => name.length >= SHORTEST_NAME && !NOBODY.has(name.toLowerCase())));
	if (names.size === 0) return text;
	return text.replace(/[\p{L}\d_.-]+/gu, (word) => {
		const bare = word.replace(/[.-]$/, "");
		if (!names.has(bare)) return word;
		count("user");
		return `<user>${word.slice(bare.length)}`;
	});
}

// src/domain/addresses.ts
/** `KF-0001`: assigned once, never reused, never changed. */
const idPattern = /^KF-\d{4,6}$/;
const permalinkPath = (id) => `/${id}/`;
/** The same page in another language: `/zh/...` mirrors every address. */
function localizedPath(path, locale) {
	return locale === defaultLocale ? path : `/${locale}${path}`;
}
/** The full address of a path on a site that may stand below a path of its own host, as project pages do. */
const addressOn = (site, path) => site.replace(/\/$/, "") + path;
/** All that is needed to diagnose and to answer without the site; every language has its own. */
const knowledgeJsonPath = "/api/v1/knowledge.json";

// src/domain/citations.ts
/**
* An article as text for other places: issue trackers, change logs, manuals. Titles quote what programs print, so
* whatever these places read as markup or as a mention of somebody is written as plain characters or as code.
*/
const MARKDOWN = /[\\`*_[\]<>|~&]/g;
/** What would make a paragraph a list. */
const LIST_MARKER = /^(?:[-+]|\d{1,9}(?=[.)]))/;
/** What trackers look for in words without spaces, Chinese around them included. */
const WORD = /[!-~]+/g;
/**
* `@njit` would call a person of that name, `#1`, `GH-1` and an address would link an issue and be noted there, `$x$`
* is a formula, `:x:` a picture. Trackers look for them in the text as it is shown, so neither a backslash nor an
* entity keeps them away (github.com/github/cmark-gfm/issues/181); code does.
*/
const LINKED = /[@#$]|GH-\d|:\/\/|www\.|:[\w+-]+:/i;
const STOPS = ".,;:!?";
/** A text that shows in Markdown as it is. */
function markdownText(text) {
	let shown = "";
	let end = 0;
	for (const { 0: word, index } of text.matchAll(WORD)) {
		if (!LINKED.test(word)) continue;
		const linked = withoutStops(word);
		shown += escaped(text.slice(end, index)) + codeSpan(linked);
		end = index + linked.length;
	}
	return (shown + escaped(text.slice(end))).replace(LIST_MARKER, (marker) => marker === "-" || marker === "+" ? `\\${marker}` : `${marker}\\`);
}
const escaped = (text) => text.replace(MARKDOWN, "\\$&");
/** A word without the full stop or the colon behind it, unless it is nothing else. */
function withoutStops(word) {
	let end = word.length;
	while (end > 1 && STOPS.includes(word.charAt(end - 1))) end -= 1;
	return word.slice(0, end);
}
/** One line as code inside a Markdown text; whatever is in it, it does not end the code. */
function codeSpan(line) {
	const ticks = "`".repeat(longestRun(line) + 1);
	const space = /^[` ]|[` ]$/.test(line) ? " " : "";
	return ticks + space + line + space + ticks;
}
/** One line as a block of code; whatever is in it, it does not end the block. */
function codeBlock(line) {
	const ticks = "`".repeat(Math.max(longestRun(line) + 1, 3));
	return [
		`${ticks}text`,
		line,
		ticks
	].join("\n");
}
/** Length of the longest run of backticks. */
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
}
/** A link in Markdown. */
function markdownLink(title, url) {
	return `[${markdownText(title)}](${url})`;
}

// src/i18n/in-replies.ts
const en = {
	reply: (link, versions, summary) => [
		`This looks like a known fault: ${link}.`,
		...versions.length > 0 ? [`Affected: ${versions.join("; ")}.`] : [],
		summary,
		"The article says how to check whether you have it, and what to do."
	].join("\n\n"),
	versions: (from, fixed) => from && fixed ? `from ${from}, fixed in ${fixed}` : fixed ? `before ${fixed}` : from && `from ${from}`,
	evidence: "Recognized by this line of the report:",
	gone: "The report has been edited. What it says now matches no known fault.",
	optOut: (label) => `Written by a program. The label ${label} keeps it away from an issue.`
};
const zh = {
	reply: (link, versions, summary) => [
		`这看起来是一个已知故障：${link}。`,
		...versions.length > 0 ? [`受影响：${versions.join("；")}。`] : [],
		summary,
		"文中说明了如何确认是否受影响，以及解决办法。"
	].join("\n\n"),
	versions: (from, fixed) => from && fixed ? `${from} 起，${fixed} 已修复` : fixed ? `${fixed} 之前` : from && `${from} 起`,
	evidence: "依据是报告中的这一行：",
	gone: "报告已被修改，现在的内容没有匹配到已知故障。",
	optOut: (label) => `本评论由程序自动发布。不需要的话，给 issue 加上标签 ${label} 即可。`
};
const replyWords = {
	en,
	zh
};

// src/reply.ts
/** A reply to a report, as Markdown: which fault it looks like, which versions have it, what to do. */
function replyWith({ title, summary, affected }, permalink, locale) {
	const words = replyWords[locale];
	const versions = affected.map(({ package: name, introduced, fixed }) => markdownText([name, words.versions(introduced, fixed)].filter(Boolean).join(" ")));
	return words.reply(markdownLink(title, permalink), versions, markdownText(summary));
}

// src/action/comment.ts
/** By this the Action finds its comment again; who wrote it is asked as well, since anybody may write this. */
const MARKER = "<!-- known-faults -->";
/** A quoted line is cut behind so many characters. */
const QUOTED = 300;
/** What shows nothing or turns the rest around: controls, formats, surrogates, private and unassigned characters. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]+/gu;
/** More signs than this on one letter are there to cover other lines. */
const HEAPED = /(\p{M}{3})\p{M}+/gu;
/** Where the article of a fault can be read. */
function articleAddress(site, id, language) {
	return addressOn(site, localizedPath(permalinkPath(id), language));
}
/**
* The answer to a report, as Markdown: the reply of the article and the line that it was recognized by.
*
* @param line of the report, whatever is in it
*/
function answer(card, address, line, language) {
	const { evidence } = replyWords[language];
	return [
		replyWith(card, address, language),
		evidence,
		codeBlock(quotable(line))
	].join("\n\n");
}
/** An answer as a comment. */
function answeringComment(text, ignoreLabel, language) {
	const { optOut } = replyWords[language];
	return [
		MARKER,
		text,
		optOut(codeSpan(ignoreLabel))
	].join("\n\n");
}
/** The comment that is left of an answer when the report does not ask for it any longer. */
function retractingComment(language) {
	return [MARKER, replyWords[language].gone].join("\n\n");
}
/**
* A line as it may stand in a comment: what shows nothing is left out, and the end of a long one. What belongs to a
* person is left out as well: the author can take it out of the issue, but not out of the comment of somebody else.
*/
function quotable(line) {
	const seen = line.replace(UNSEEN, " ").replace(HEAPED, "$1").trim();
	const { text } = redact(seen);
	const characters = [...text];
	if (characters.length <= QUOTED) return text;
	return `${characters.slice(0, QUOTED).join("")} …`;
}

// src/action/wrong-input.ts
/** The workflow asks for something that there is not; the message says what may be asked for. */
var WrongInput = class extends Error {};

// src/action/inputs.ts
const modes = ["comment", "summary"];
const switches = ["false", "true"];
/** Hosts to which nothing is sent over a network. */
const LOOPBACK = [
	"localhost",
	"127.0.0.1",
	"[::1]"
];
/**
* Reads the inputs as a workflow gives them.
*
* @throws WrongInput
*/
function readInputs(env) {
	const mode = oneOf("mode", modes);
	const token = getInput("token");
	if (mode === "comment" && token === "") throw wrong("token", token, "a token that may comment");
	const ignoreLabel = getInput("ignore-label");
	if (ignoreLabel === "") throw wrong("ignore-label", ignoreLabel, "the name of a label");
	const given = givenSite(getInput("site"));
	return {
		mode,
		isDryRun: oneOf("dry-run", switches) === "true",
		language: oneOf("language", locales),
		ignoreLabel,
		token,
		site: given ?? pagesAddress(env),
		isSiteAsked: given !== void 0
	};
}
function wrong(name, found, allowed) {
	return new WrongInput(`Input ${name}: found ${JSON.stringify(found)}; allowed: ${allowed}`);
}
function oneOf(name, values) {
	const found = getInput(name);
	const value = values.find((candidate) => candidate === found);
	if (value === void 0) throw wrong(name, found, values.join(", "));
	return value;
}
function givenSite(address) {
	if (address === "") return void 0;
	const url = URL.canParse(address) ? new URL(address) : void 0;
	const isSafe = url?.protocol === "https:" || LOOPBACK.includes(url?.hostname ?? "");
	const isPlain = url && url.username + url.password + url.search + url.hash === "";
	if (!isSafe || !isPlain) throw wrong("site", address, "an https address without query");
	return url.href;
}
/** GitHub Pages of the repository that the Action comes from: there its own workflow puts the site. */
function pagesAddress({ GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY = "" }) {
	const [owner = "", name = ""] = GITHUB_ACTION_REPOSITORY.split("/");
	if (GITHUB_SERVER_URL !== "https://github.com" || name === "") throw wrong("site", "", "where the site stands; here it cannot be told from the Action");
	const host = `${owner.toLowerCase()}.github.io`;
	return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}

// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}

// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}

// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}

// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}

// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};

// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$1(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$1(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$1(merge(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge.bind(null, DEFAULTS2),
		parse: parse$1
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);

// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
/**
* Character flags used to normalize HTTP field values while scanning.
* Out-of-range reads intentionally coerce to zero in bitwise expressions.
*/
const CHAR_MAP = /* @__PURE__ */ new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
/**
* Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
*/
const NullObject = /* @__PURE__ */ (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
/**
* Parse a `Content-Type` header.
*/
function parse(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
/**
* Parses the parameters of a `Content-Type` header starting at the given index.
*/
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
/**
* Remove backslashes from quoted pairs in a known-terminated quoted string body.
*/
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}

// node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/;
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;
const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
/**
* @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
* @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
*/
/**
* Checks if a value is unstringifiable according to native JSON.stringify rules.
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is undefined, a function, or a symbol.
*/
const isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
/**
* Checks if a value is a native JSON.rawJSON object (Node.js 22+).
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is a RawJSON instance.
*/
const isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
/**
* Iteratively converts a JS value to a JSON string.
* Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
* Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
*
* @param {any} rootValue The value to stringify.
* @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
* @param {string | number} [spaceParam] Indentation for pretty-printing.
* @returns {string | undefined} The generated JSON string.
*/
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
	let space = "";
	if (typeof spaceParam === "number") space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
	else if (typeof spaceParam === "string") space = spaceParam.slice(0, 10);
	const isFunctionReplacer = typeof replacer === "function";
	const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
	/**
	* Prepares a value for stringification by resolving toJSON, handling BigInts,
	* applying custom replacers, and unwrapping primitive objects.
	*
	* @param {object|Array} parent The parent object or array holding the value.
	* @param {string} key The key associated with the value.
	* @param {any} val The raw value to process.
	* @returns {any} The processed value ready for stringification.
	*/
	const prepareVal = (parent, key, val) => {
		if (val !== null && typeof val === "object" && typeof val.toJSON === "function") val = val.toJSON(key);
		if (typeof val === "string" && noiseValue.test(val)) return val + "n";
		if (typeof val === "bigint") {
			if ("rawJSON" in JSON) return JSON.rawJSON(val.toString());
			return val.toString() + "n";
		}
		if (isFunctionReplacer) val = replacer.call(parent, key, val);
		if (val !== null && typeof val === "object") {
			if (val instanceof Number || val instanceof String || val instanceof Boolean) val = val.valueOf();
		}
		return val;
	};
	const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
	if (isUnstringifiable(rootProcessed)) return;
	const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
	const isRootNativeRawJSON = isRawJSON(rootProcessed);
	if (isRootPrimitive || isRootNativeRawJSON) return originalStringify(rootProcessed);
	const chunks = [];
	let level = 0;
	const stack = [{
		parent: { "": rootProcessed },
		key: "",
		val: rootProcessed,
		isArray: Array.isArray(rootProcessed),
		keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
		index: 0,
		first: true
	}];
	const visited = new WeakSet([rootProcessed]);
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (node.index === 0) {
			chunks.push(node.isArray ? "[" : "{");
			level++;
		}
		let isDone = false;
		if (node.isArray) {
			if (node.index < node.val.length) {
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level));
				const childRaw = node.val[node.index];
				const childVal = prepareVal(node.val, String(node.index), childRaw);
				if (isUnstringifiable(childVal)) {
					chunks.push("null");
					node.first = false;
					node.index++;
				} else {
					const isComplexObject = childVal !== null && typeof childVal === "object";
					const isNativeRaw = isRawJSON(childVal);
					if (isComplexObject && !isNativeRaw) {
						if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
						visited.add(childVal);
						stack.push({
							parent: node.val,
							key: String(node.index),
							val: childVal,
							isArray: Array.isArray(childVal),
							keys: Array.isArray(childVal) ? null : Object.keys(childVal),
							index: 0,
							first: true
						});
						node.first = false;
						node.index++;
					} else {
						chunks.push(originalStringify(childVal));
						node.first = false;
						node.index++;
					}
				}
			} else isDone = true;
		} else {
			while (node.index < node.keys.length) {
				const k = node.keys[node.index++];
				if (propertyList && !propertyList.has(k)) continue;
				const childRaw = node.val[k];
				const childVal = prepareVal(node.val, k, childRaw);
				if (isUnstringifiable(childVal)) continue;
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
				else chunks.push(originalStringify(k) + ":");
				const isComplexObject = childVal !== null && typeof childVal === "object";
				const isNativeRaw = isRawJSON(childVal);
				if (isComplexObject && !isNativeRaw) {
					if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
					visited.add(childVal);
					stack.push({
						parent: node.val,
						key: k,
						val: childVal,
						isArray: Array.isArray(childVal),
						keys: Array.isArray(childVal) ? null : Object.keys(childVal),
						index: 0,
						first: true
					});
					node.first = false;
					break;
				} else {
					chunks.push(originalStringify(childVal));
					node.first = false;
				}
			}
			if (node.index >= node.keys.length && stack[stack.length - 1] === node) isDone = true;
		}
		if (isDone) {
			level--;
			if (!node.first && space) chunks.push("\n" + space.repeat(level));
			chunks.push(node.isArray ? "]" : "}");
			visited.delete(node.val);
			stack.pop();
		}
	}
	return chunks.join("");
};
/**
* Converts a JavaScript value to a JSON string.
*
* Supports serialization of BigInt values using two strategies:
* 1. Custom format "123n" → "123" (universal fallback)
* 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
*
* All other values are serialized exactly like native JSON.stringify().
*
* @param {*} value The value to convert to a JSON string.
* @param {Replacer | Array<string | number> | null} [replacer]
* A function that alters the behavior of the stringification process,
* or an array of strings/numbers to indicate properties to exclude.
* @param {string | number} [space]
* A string or number to specify indentation or pretty-printing.
* @returns {string} The JSON string representation.
*/
const JSONStringify = (value, replacer, space) => {
	try {
		if ("rawJSON" in JSON) return originalStringify(value, (key, val) => {
			if (typeof val === "bigint") return JSON.rawJSON(val.toString());
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space);
		if (!value) return originalStringify(value, replacer, space);
		return originalStringify(value, (key, val) => {
			if (typeof val === "string" && noiseValue.test(val)) return val.toString() + "n";
			if (typeof val === "bigint") return val.toString() + "n";
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space).replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
	} catch (error) {
		if (error instanceof RangeError) {
			const convertedJSON = stringifyIteratively(value, replacer, space);
			if (convertedJSON === void 0) return void 0;
			if ("rawJSON" in JSON) return convertedJSON;
			return convertedJSON.replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
		}
		throw error;
	}
};
const featureCache = /* @__PURE__ */ new Map();
/**
* Detects if the current JSON.parse implementation supports the context.source feature.
*
* Uses toString() fingerprinting to cache results and automatically detect runtime
* replacements of JSON.parse (polyfills, mocks, etc.).
*
* @returns {boolean} true if context.source is supported, false otherwise.
*/
const isContextSourceSupported = () => {
	const parseFingerprint = JSON.parse.toString();
	if (featureCache.has(parseFingerprint)) return featureCache.get(parseFingerprint);
	try {
		const result = JSON.parse("1", (_, __, context) => !!context?.source && context.source === "1");
		featureCache.set(parseFingerprint, result);
		return result;
	} catch {
		featureCache.set(parseFingerprint, false);
		return false;
	}
};
/**
* Reviver function that converts custom-format BigInt strings back to BigInt values.
* Also handles "noise" strings that accidentally match the BigInt format.
*
* @param {string | number | undefined} key The object key.
* @param {*} value The value being parsed.
* @param {object} [context] Parse context (if supported by JSON.parse).
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The transformed value.
*/
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
	if (typeof value === "string" && customFormat.test(value)) return BigInt(value.slice(0, -1));
	if (typeof value === "string" && noiseValue.test(value)) return value.slice(0, -1);
	if (!(typeof userReviver === "function")) return value;
	return userReviver(key, value, context);
};
/**
* Fast JSON.parse implementation (~2x faster than classic fallback).
* Uses JSON.parse's context.source feature to detect integers and convert
* large numbers directly to BigInt without string manipulation.
*
* Does not support legacy custom format from v1 of this library.
*
* @param {string} text JSON string to parse.
* @param {Reviver} [reviver] Transform function to apply to each value.
* @returns {any} Parsed JavaScript value.
*/
const JSONParseV2 = (text, reviver) => {
	return JSON.parse(text, (key, value, context) => {
		const isBigNumber = typeof value === "number" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
		const isInt = context && intRegex.test(context.source);
		if (isBigNumber && isInt) return BigInt(context.source);
		if (!(typeof reviver === "function")) return value;
		return reviver(key, value, context);
	});
};
const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/;
/**
* Iteratively traverses the parsed object bottom-up (post-order),
* emulating the native JSON.parse reviver behavior.
* This avoids Call Stack overflows (RangeError) on deeply nested structures.
*
* @param {any} parsed The natively parsed JSON object.
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The fully processed object.
*/
const applyReviverIteratively = (parsed, userReviver) => {
	const rootHolder = { "": parsed };
	const stack = [{
		parent: rootHolder,
		key: "",
		visited: false
	}];
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (!node.visited) {
			node.visited = true;
			const value = node.parent[node.key];
			if (value !== null && typeof value === "object") {
				const keys = Object.keys(value);
				for (let i = keys.length - 1; i >= 0; i--) stack.push({
					parent: value,
					key: keys[i],
					visited: false
				});
			}
		} else {
			const { parent, key } = node;
			let value = parent[key];
			if (typeof value === "string") {
				if (customFormat.test(value)) value = BigInt(value.slice(0, -1));
				else if (noiseValue.test(value)) value = value.slice(0, -1);
			}
			if (typeof userReviver === "function") value = userReviver.call(parent, key, value);
			if (value === void 0) delete parent[key];
			else parent[key] = value;
			stack.pop();
		}
	}
	return rootHolder[""];
};
/**
* Pre-processes the JSON string to mark large numbers with an 'n' suffix.
*
* @param {string} text The raw JSON string.
* @returns {string} The serialized string with marked BigInts.
*/
const serializeBigInts = (text) => {
	return text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
		const isString = match[0] === "\"";
		if (isString && noiseValueWithQuotes.test(match)) return match.substring(0, match.length - 1) + "n\"";
		const hasFractionalOrExponential = fractional || exponential;
		const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
		if (isString || hasFractionalOrExponential || isLessThanMaxSafeInt) return match;
		return "\"" + match + "n\"";
	});
};
/**
* Converts a JSON string into a JavaScript value.
*
* Supports parsing of large integers using two strategies:
* 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
* 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
*
* All other JSON values are parsed exactly like native JSON.parse().
*
* @param {string} text A valid JSON string.
* @param {Reviver} [reviver]
* A function that transforms the results. This function is called for each member
* of the object. If a member contains nested objects, the nested objects are
* transformed before the parent object is.
* @returns {any} The parsed JavaScript value.
* @throws {SyntaxError} If text is not valid JSON.
*/
const JSONParse = (text, reviver) => {
	if (!text) return originalParse(text, reviver);
	try {
		if (isContextSourceSupported()) return JSONParseV2(text, reviver);
		const serializedData = serializeBigInts(text);
		return originalParse(serializedData, (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver));
	} catch (error) {
		if (error instanceof RangeError) {
			const serializedData = serializeBigInts(text);
			const parsed = originalParse(serializedData);
			return applyReviverIteratively(parsed, reviver);
		}
		throw error;
	}
};

// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$2 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$2);
	const mimetype = parse(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$2);
	else return response.arrayBuffer().catch(
		/* v8 ignore next -- @preserve */
		() => /* @__PURE__ */ new ArrayBuffer(0)
	);
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var request = withDefaults$1(endpoint, defaults_default);
/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */

// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$3 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
	constructor(request2, headers, response) {
		super(_buildMessageForResponseErrors(response));
		this.request = request2;
		this.headers = headers;
		this.response = response;
		this.errors = response.errors;
		this.data = response.data;
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = "GraphqlResponseError";
	errors;
	data;
};
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
	if (options) {
		if (typeof query === "string" && "query" in options) return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (const key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
	const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		if (!result.variables) result.variables = {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			const headers = {};
			for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	const newRequest = request2.defaults(newDefaults);
	const newApi = (query, options) => {
		return graphql(newRequest, query, options);
	};
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
var graphql2 = withDefaults(request, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$3} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
/* v8 ignore if -- @preserve */

// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};

// node_modules/@octokit/core/dist-src/version.js
const VERSION$2 = "7.0.8";

// node_modules/@octokit/core/dist-src/index.js
const noop$1 = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop$1;
	if (typeof logger.info !== "function") logger.info = noop$1;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION$2} ${getUserAgent()}`;
var Octokit = class {
	static VERSION = VERSION$2;
	static defaults(defaults) {
		const OctokitWithDefaults = class extends this {
			constructor(...args) {
				const options = args[0] || {};
				if (typeof defaults === "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	/**
	* Attach a plugin (or many) to your Octokit instance.
	*
	* @example
	* const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
	*/
	static plugin(...newPlugins) {
		const currentPlugins = this.plugins;
		const NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		const hook = new before_after_hook_default.Collection();
		const requestDefaults = {
			baseUrl: request.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
		if (options.previews) requestDefaults.mediaType.previews = options.previews;
		if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
		this.request = request.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (!options.authStrategy) {
			if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
			else {
				const auth = createTokenAuth(options.auth);
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
		} else {
			const { authStrategy, ...otherOptions } = options;
			const auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		const classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};

// node_modules/bottleneck/light.js
var require_light = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	/**
	* This file contains the Bottleneck library (MIT), compiled to ES2017, and without Clustering support.
	* https://github.com/SGrondin/bottleneck
	*/
	(function(global, factory) {
		typeof exports === "object" && typeof module !== "undefined" ? module.exports = factory() : typeof define === "function" && define.amd ? define(factory) : global.Bottleneck = factory();
	})(this$1, (function() {
		"use strict";
		var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
		function getCjsExportFromNamespace(n) {
			return n && n["default"] || n;
		}
		var load = function(received, defaults, onto = {}) {
			var k, ref, v;
			for (k in defaults) {
				v = defaults[k];
				onto[k] = (ref = received[k]) != null ? ref : v;
			}
			return onto;
		};
		var overwrite = function(received, defaults, onto = {}) {
			var k, v;
			for (k in received) {
				v = received[k];
				if (defaults[k] !== void 0) onto[k] = v;
			}
			return onto;
		};
		var parser = {
			load,
			overwrite
		};
		var DLList_1 = class DLList {
			constructor(incr, decr) {
				this.incr = incr;
				this.decr = decr;
				this._first = null;
				this._last = null;
				this.length = 0;
			}
			push(value) {
				var node;
				this.length++;
				if (typeof this.incr === "function") this.incr();
				node = {
					value,
					prev: this._last,
					next: null
				};
				if (this._last != null) {
					this._last.next = node;
					this._last = node;
				} else this._first = this._last = node;
			}
			shift() {
				var value;
				if (this._first == null) return;
				else {
					this.length--;
					if (typeof this.decr === "function") this.decr();
				}
				value = this._first.value;
				if ((this._first = this._first.next) != null) this._first.prev = null;
				else this._last = null;
				return value;
			}
			first() {
				if (this._first != null) return this._first.value;
			}
			getArray() {
				var node = this._first, ref, results = [];
				while (node != null) results.push((ref = node, node = node.next, ref.value));
				return results;
			}
			forEachShift(cb) {
				var node = this.shift();
				while (node != null) cb(node), node = this.shift();
			}
			debug() {
				var node = this._first, ref, ref1, ref2, results = [];
				while (node != null) results.push((ref = node, node = node.next, {
					value: ref.value,
					prev: (ref1 = ref.prev) != null ? ref1.value : void 0,
					next: (ref2 = ref.next) != null ? ref2.value : void 0
				}));
				return results;
			}
		};
		var Events_1 = class Events {
			constructor(instance) {
				this.instance = instance;
				this._events = {};
				if (this.instance.on != null || this.instance.once != null || this.instance.removeAllListeners != null) throw new Error("An Emitter already exists for this object");
				this.instance.on = (name, cb) => {
					return this._addListener(name, "many", cb);
				};
				this.instance.once = (name, cb) => {
					return this._addListener(name, "once", cb);
				};
				this.instance.removeAllListeners = (name = null) => {
					if (name != null) return delete this._events[name];
					else return this._events = {};
				};
			}
			_addListener(name, status, cb) {
				var base;
				if ((base = this._events)[name] == null) base[name] = [];
				this._events[name].push({
					cb,
					status
				});
				return this.instance;
			}
			listenerCount(name) {
				if (this._events[name] != null) return this._events[name].length;
				else return 0;
			}
			async trigger(name, ...args) {
				var e, promises;
				try {
					if (name !== "debug") this.trigger("debug", `Event triggered: ${name}`, args);
					if (this._events[name] == null) return;
					this._events[name] = this._events[name].filter(function(listener) {
						return listener.status !== "none";
					});
					promises = this._events[name].map(async (listener) => {
						var e, returned;
						if (listener.status === "none") return;
						if (listener.status === "once") listener.status = "none";
						try {
							returned = typeof listener.cb === "function" ? listener.cb(...args) : void 0;
							if (typeof (returned != null ? returned.then : void 0) === "function") return await returned;
							else return returned;
						} catch (error) {
							e = error;
							this.trigger("error", e);
							return null;
						}
					});
					return (await Promise.all(promises)).find(function(x) {
						return x != null;
					});
				} catch (error) {
					e = error;
					this.trigger("error", e);
					return null;
				}
			}
		};
		var DLList$1 = DLList_1, Events$1 = Events_1;
		var Queues_1 = class Queues {
			constructor(num_priorities) {
				this.Events = new Events$1(this);
				this._length = 0;
				this._lists = (function() {
					var j, ref, results = [];
					for (j = 1, ref = num_priorities; 1 <= ref ? j <= ref : j >= ref; 1 <= ref ? ++j : --j) results.push(new DLList$1((() => {
						return this.incr();
					}), (() => {
						return this.decr();
					})));
					return results;
				}).call(this);
			}
			incr() {
				if (this._length++ === 0) return this.Events.trigger("leftzero");
			}
			decr() {
				if (--this._length === 0) return this.Events.trigger("zero");
			}
			push(job) {
				return this._lists[job.options.priority].push(job);
			}
			queued(priority) {
				if (priority != null) return this._lists[priority].length;
				else return this._length;
			}
			shiftAll(fn) {
				return this._lists.forEach(function(list) {
					return list.forEachShift(fn);
				});
			}
			getFirst(arr = this._lists) {
				var j = 0, len = arr.length, list;
				for (; j < len; j++) {
					list = arr[j];
					if (list.length > 0) return list;
				}
				return [];
			}
			shiftLastFrom(priority) {
				return this.getFirst(this._lists.slice(priority).reverse()).shift();
			}
		};
		var BottleneckError_1 = class BottleneckError extends Error {};
		var BottleneckError$1, DEFAULT_PRIORITY, Job, NUM_PRIORITIES = 10, parser$1;
		DEFAULT_PRIORITY = 5;
		parser$1 = parser;
		BottleneckError$1 = BottleneckError_1;
		Job = class Job {
			constructor(task, args, options, jobDefaults, rejectOnDrop, Events, _states, Promise) {
				this.task = task;
				this.args = args;
				this.rejectOnDrop = rejectOnDrop;
				this.Events = Events;
				this._states = _states;
				this.Promise = Promise;
				this.options = parser$1.load(options, jobDefaults);
				this.options.priority = this._sanitizePriority(this.options.priority);
				if (this.options.id === jobDefaults.id) this.options.id = `${this.options.id}-${this._randomIndex()}`;
				this.promise = new this.Promise((_resolve, _reject) => {
					this._resolve = _resolve;
					this._reject = _reject;
				});
				this.retryCount = 0;
			}
			_sanitizePriority(priority) {
				var sProperty = ~~priority !== priority ? DEFAULT_PRIORITY : priority;
				if (sProperty < 0) return 0;
				else if (sProperty > NUM_PRIORITIES - 1) return NUM_PRIORITIES - 1;
				else return sProperty;
			}
			_randomIndex() {
				return Math.random().toString(36).slice(2);
			}
			doDrop({ error, message = "This job has been dropped by Bottleneck" } = {}) {
				if (this._states.remove(this.options.id)) {
					if (this.rejectOnDrop) this._reject(error != null ? error : new BottleneckError$1(message));
					this.Events.trigger("dropped", {
						args: this.args,
						options: this.options,
						task: this.task,
						promise: this.promise
					});
					return true;
				} else return false;
			}
			_assertStatus(expected) {
				var status = this._states.jobStatus(this.options.id);
				if (!(status === expected || expected === "DONE" && status === null)) throw new BottleneckError$1(`Invalid job status ${status}, expected ${expected}. Please open an issue at https://github.com/SGrondin/bottleneck/issues`);
			}
			doReceive() {
				this._states.start(this.options.id);
				return this.Events.trigger("received", {
					args: this.args,
					options: this.options
				});
			}
			doQueue(reachedHWM, blocked) {
				this._assertStatus("RECEIVED");
				this._states.next(this.options.id);
				return this.Events.trigger("queued", {
					args: this.args,
					options: this.options,
					reachedHWM,
					blocked
				});
			}
			doRun() {
				if (this.retryCount === 0) {
					this._assertStatus("QUEUED");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				return this.Events.trigger("scheduled", {
					args: this.args,
					options: this.options
				});
			}
			async doExecute(chained, clearGlobalState, run, free) {
				var error, eventInfo, passed;
				if (this.retryCount === 0) {
					this._assertStatus("RUNNING");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				this.Events.trigger("executing", eventInfo);
				try {
					passed = await (chained != null ? chained.schedule(this.options, this.task, ...this.args) : this.task(...this.args));
					if (clearGlobalState()) {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._resolve(passed);
					}
				} catch (error1) {
					error = error1;
					return this._onFailure(error, eventInfo, clearGlobalState, run, free);
				}
			}
			doExpire(clearGlobalState, run, free) {
				var error, eventInfo;
				if (this._states.jobStatus(this.options.id === "RUNNING")) this._states.next(this.options.id);
				this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				error = new BottleneckError$1(`This job timed out after ${this.options.expiration} ms.`);
				return this._onFailure(error, eventInfo, clearGlobalState, run, free);
			}
			async _onFailure(error, eventInfo, clearGlobalState, run, free) {
				var retry, retryAfter;
				if (clearGlobalState()) {
					retry = await this.Events.trigger("failed", error, eventInfo);
					if (retry != null) {
						retryAfter = ~~retry;
						this.Events.trigger("retry", `Retrying ${this.options.id} after ${retryAfter} ms`, eventInfo);
						this.retryCount++;
						return run(retryAfter);
					} else {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._reject(error);
					}
				}
			}
			doDone(eventInfo) {
				this._assertStatus("EXECUTING");
				this._states.next(this.options.id);
				return this.Events.trigger("done", eventInfo);
			}
		};
		var Job_1 = Job;
		var BottleneckError$2, LocalDatastore, parser$2 = parser;
		BottleneckError$2 = BottleneckError_1;
		LocalDatastore = class LocalDatastore {
			constructor(instance, storeOptions, storeInstanceOptions) {
				this.instance = instance;
				this.storeOptions = storeOptions;
				this.clientId = this.instance._randomIndex();
				parser$2.load(storeInstanceOptions, storeInstanceOptions, this);
				this._nextRequest = this._lastReservoirRefresh = this._lastReservoirIncrease = Date.now();
				this._running = 0;
				this._done = 0;
				this._unblockTime = 0;
				this.ready = this.Promise.resolve();
				this.clients = {};
				this._startHeartbeat();
			}
			_startHeartbeat() {
				var base;
				if (this.heartbeat == null && (this.storeOptions.reservoirRefreshInterval != null && this.storeOptions.reservoirRefreshAmount != null || this.storeOptions.reservoirIncreaseInterval != null && this.storeOptions.reservoirIncreaseAmount != null)) return typeof (base = this.heartbeat = setInterval(() => {
					var amount, incr, maximum, now = Date.now(), reservoir;
					if (this.storeOptions.reservoirRefreshInterval != null && now >= this._lastReservoirRefresh + this.storeOptions.reservoirRefreshInterval) {
						this._lastReservoirRefresh = now;
						this.storeOptions.reservoir = this.storeOptions.reservoirRefreshAmount;
						this.instance._drainAll(this.computeCapacity());
					}
					if (this.storeOptions.reservoirIncreaseInterval != null && now >= this._lastReservoirIncrease + this.storeOptions.reservoirIncreaseInterval) {
						({reservoirIncreaseAmount: amount, reservoirIncreaseMaximum: maximum, reservoir} = this.storeOptions);
						this._lastReservoirIncrease = now;
						incr = maximum != null ? Math.min(amount, maximum - reservoir) : amount;
						if (incr > 0) {
							this.storeOptions.reservoir += incr;
							return this.instance._drainAll(this.computeCapacity());
						}
					}
				}, this.heartbeatInterval)).unref === "function" ? base.unref() : void 0;
				else return clearInterval(this.heartbeat);
			}
			async __publish__(message) {
				await this.yieldLoop();
				return this.instance.Events.trigger("message", message.toString());
			}
			async __disconnect__(flush) {
				await this.yieldLoop();
				clearInterval(this.heartbeat);
				return this.Promise.resolve();
			}
			yieldLoop(t = 0) {
				return new this.Promise(function(resolve, reject) {
					return setTimeout(resolve, t);
				});
			}
			computePenalty() {
				var ref;
				return (ref = this.storeOptions.penalty) != null ? ref : 15 * this.storeOptions.minTime || 5e3;
			}
			async __updateSettings__(options) {
				await this.yieldLoop();
				parser$2.overwrite(options, options, this.storeOptions);
				this._startHeartbeat();
				this.instance._drainAll(this.computeCapacity());
				return true;
			}
			async __running__() {
				await this.yieldLoop();
				return this._running;
			}
			async __queued__() {
				await this.yieldLoop();
				return this.instance.queued();
			}
			async __done__() {
				await this.yieldLoop();
				return this._done;
			}
			async __groupCheck__(time) {
				await this.yieldLoop();
				return this._nextRequest + this.timeout < time;
			}
			computeCapacity() {
				var maxConcurrent, reservoir;
				({maxConcurrent, reservoir} = this.storeOptions);
				if (maxConcurrent != null && reservoir != null) return Math.min(maxConcurrent - this._running, reservoir);
				else if (maxConcurrent != null) return maxConcurrent - this._running;
				else if (reservoir != null) return reservoir;
				else return null;
			}
			conditionsCheck(weight) {
				var capacity = this.computeCapacity();
				return capacity == null || weight <= capacity;
			}
			async __incrementReservoir__(incr) {
				var reservoir;
				await this.yieldLoop();
				reservoir = this.storeOptions.reservoir += incr;
				this.instance._drainAll(this.computeCapacity());
				return reservoir;
			}
			async __currentReservoir__() {
				await this.yieldLoop();
				return this.storeOptions.reservoir;
			}
			isBlocked(now) {
				return this._unblockTime >= now;
			}
			check(weight, now) {
				return this.conditionsCheck(weight) && this._nextRequest - now <= 0;
			}
			async __check__(weight) {
				var now;
				await this.yieldLoop();
				now = Date.now();
				return this.check(weight, now);
			}
			async __register__(index, weight, expiration) {
				var now, wait;
				await this.yieldLoop();
				now = Date.now();
				if (this.conditionsCheck(weight)) {
					this._running += weight;
					if (this.storeOptions.reservoir != null) this.storeOptions.reservoir -= weight;
					wait = Math.max(this._nextRequest - now, 0);
					this._nextRequest = now + wait + this.storeOptions.minTime;
					return {
						success: true,
						wait,
						reservoir: this.storeOptions.reservoir
					};
				} else return { success: false };
			}
			strategyIsBlock() {
				return this.storeOptions.strategy === 3;
			}
			async __submit__(queueLength, weight) {
				var blocked, now, reachedHWM;
				await this.yieldLoop();
				if (this.storeOptions.maxConcurrent != null && weight > this.storeOptions.maxConcurrent) throw new BottleneckError$2(`Impossible to add a job having a weight of ${weight} to a limiter having a maxConcurrent setting of ${this.storeOptions.maxConcurrent}`);
				now = Date.now();
				reachedHWM = this.storeOptions.highWater != null && queueLength === this.storeOptions.highWater && !this.check(weight, now);
				blocked = this.strategyIsBlock() && (reachedHWM || this.isBlocked(now));
				if (blocked) {
					this._unblockTime = now + this.computePenalty();
					this._nextRequest = this._unblockTime + this.storeOptions.minTime;
					this.instance._dropAllQueued();
				}
				return {
					reachedHWM,
					blocked,
					strategy: this.storeOptions.strategy
				};
			}
			async __free__(index, weight) {
				await this.yieldLoop();
				this._running -= weight;
				this._done += weight;
				this.instance._drainAll(this.computeCapacity());
				return { running: this._running };
			}
		};
		var LocalDatastore_1 = LocalDatastore;
		var BottleneckError$3 = BottleneckError_1;
		var States_1 = class States {
			constructor(status1) {
				this.status = status1;
				this._jobs = {};
				this.counts = this.status.map(function() {
					return 0;
				});
			}
			next(id) {
				var current = this._jobs[id], next = current + 1;
				if (current != null && next < this.status.length) {
					this.counts[current]--;
					this.counts[next]++;
					return this._jobs[id]++;
				} else if (current != null) {
					this.counts[current]--;
					return delete this._jobs[id];
				}
			}
			start(id) {
				var initial = 0;
				this._jobs[id] = initial;
				return this.counts[initial]++;
			}
			remove(id) {
				var current = this._jobs[id];
				if (current != null) {
					this.counts[current]--;
					delete this._jobs[id];
				}
				return current != null;
			}
			jobStatus(id) {
				var ref;
				return (ref = this.status[this._jobs[id]]) != null ? ref : null;
			}
			statusJobs(status) {
				var k, pos, ref, results, v;
				if (status != null) {
					pos = this.status.indexOf(status);
					if (pos < 0) throw new BottleneckError$3(`status must be one of ${this.status.join(", ")}`);
					ref = this._jobs;
					results = [];
					for (k in ref) {
						v = ref[k];
						if (v === pos) results.push(k);
					}
					return results;
				} else return Object.keys(this._jobs);
			}
			statusCounts() {
				return this.counts.reduce(((acc, v, i) => {
					acc[this.status[i]] = v;
					return acc;
				}), {});
			}
		};
		var DLList$2 = DLList_1;
		var Sync_1 = class Sync {
			constructor(name, Promise) {
				this.schedule = this.schedule.bind(this);
				this.name = name;
				this.Promise = Promise;
				this._running = 0;
				this._queue = new DLList$2();
			}
			isEmpty() {
				return this._queue.length === 0;
			}
			async _tryToRun() {
				var args, cb, error, reject, resolve, returned, task;
				if (this._running < 1 && this._queue.length > 0) {
					this._running++;
					({task, args, resolve, reject} = this._queue.shift());
					cb = await (async function() {
						try {
							returned = await task(...args);
							return function() {
								return resolve(returned);
							};
						} catch (error1) {
							error = error1;
							return function() {
								return reject(error);
							};
						}
					})();
					this._running--;
					this._tryToRun();
					return cb();
				}
			}
			schedule(task, ...args) {
				var promise, reject, resolve = reject = null;
				promise = new this.Promise(function(_resolve, _reject) {
					resolve = _resolve;
					return reject = _reject;
				});
				this._queue.push({
					task,
					args,
					resolve,
					reject
				});
				this._tryToRun();
				return promise;
			}
		};
		var version = "2.19.5";
		var version$2 = /*#__PURE__*/ Object.freeze({
			version,
			default: { version }
		});
		var require$$2 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$3 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$4 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var Events$2, Group, IORedisConnection$1, RedisConnection$1, Scripts$1, parser$3 = parser;
		Events$2 = Events_1;
		RedisConnection$1 = require$$2;
		IORedisConnection$1 = require$$3;
		Scripts$1 = require$$4;
		Group = (function() {
			class Group {
				constructor(limiterOptions = {}) {
					this.deleteKey = this.deleteKey.bind(this);
					this.limiterOptions = limiterOptions;
					parser$3.load(this.limiterOptions, this.defaults, this);
					this.Events = new Events$2(this);
					this.instances = {};
					this.Bottleneck = Bottleneck_1;
					this._startAutoCleanup();
					this.sharedConnection = this.connection != null;
					if (this.connection == null) {
						if (this.limiterOptions.datastore === "redis") this.connection = new RedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
						else if (this.limiterOptions.datastore === "ioredis") this.connection = new IORedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
					}
				}
				key(key = "") {
					var ref;
					return (ref = this.instances[key]) != null ? ref : (() => {
						var limiter = this.instances[key] = new this.Bottleneck(Object.assign(this.limiterOptions, {
							id: `${this.id}-${key}`,
							timeout: this.timeout,
							connection: this.connection
						}));
						this.Events.trigger("created", limiter, key);
						return limiter;
					})();
				}
				async deleteKey(key = "") {
					var deleted, instance = this.instances[key];
					if (this.connection) deleted = await this.connection.__runCommand__(["del", ...Scripts$1.allKeys(`${this.id}-${key}`)]);
					if (instance != null) {
						delete this.instances[key];
						await instance.disconnect();
					}
					return instance != null || deleted > 0;
				}
				limiters() {
					var k, ref = this.instances, results = [], v;
					for (k in ref) {
						v = ref[k];
						results.push({
							key: k,
							limiter: v
						});
					}
					return results;
				}
				keys() {
					return Object.keys(this.instances);
				}
				async clusterKeys() {
					var cursor, end, found, i, k, keys, len, next, start;
					if (this.connection == null) return this.Promise.resolve(this.keys());
					keys = [];
					cursor = null;
					start = `b_${this.id}-`.length;
					end = 9;
					while (cursor !== 0) {
						[next, found] = await this.connection.__runCommand__([
							"scan",
							cursor != null ? cursor : 0,
							"match",
							`b_${this.id}-*_settings`,
							"count",
							1e4
						]);
						cursor = ~~next;
						for (i = 0, len = found.length; i < len; i++) {
							k = found[i];
							keys.push(k.slice(start, -end));
						}
					}
					return keys;
				}
				_startAutoCleanup() {
					var base;
					clearInterval(this.interval);
					return typeof (base = this.interval = setInterval(async () => {
						var e, k, ref, results, time = Date.now(), v;
						ref = this.instances;
						results = [];
						for (k in ref) {
							v = ref[k];
							try {
								if (await v._store.__groupCheck__(time)) results.push(this.deleteKey(k));
								else results.push(void 0);
							} catch (error) {
								e = error;
								results.push(v.Events.trigger("error", e));
							}
						}
						return results;
					}, this.timeout / 2)).unref === "function" ? base.unref() : void 0;
				}
				updateSettings(options = {}) {
					parser$3.overwrite(options, this.defaults, this);
					parser$3.overwrite(options, options, this.limiterOptions);
					if (options.timeout != null) return this._startAutoCleanup();
				}
				disconnect(flush = true) {
					var ref;
					if (!this.sharedConnection) return (ref = this.connection) != null ? ref.disconnect(flush) : void 0;
				}
			}
			Group.prototype.defaults = {
				timeout: 3e5,
				connection: null,
				Promise,
				id: "group-key"
			};
			return Group;
		}).call(commonjsGlobal);
		var Group_1 = Group;
		var Batcher, Events$3, parser$4 = parser;
		Events$3 = Events_1;
		Batcher = (function() {
			class Batcher {
				constructor(options = {}) {
					this.options = options;
					parser$4.load(this.options, this.defaults, this);
					this.Events = new Events$3(this);
					this._arr = [];
					this._resetPromise();
					this._lastFlush = Date.now();
				}
				_resetPromise() {
					return this._promise = new this.Promise((res, rej) => {
						return this._resolve = res;
					});
				}
				_flush() {
					clearTimeout(this._timeout);
					this._lastFlush = Date.now();
					this._resolve();
					this.Events.trigger("batch", this._arr);
					this._arr = [];
					return this._resetPromise();
				}
				add(data) {
					var ret;
					this._arr.push(data);
					ret = this._promise;
					if (this._arr.length === this.maxSize) this._flush();
					else if (this.maxTime != null && this._arr.length === 1) this._timeout = setTimeout(() => {
						return this._flush();
					}, this.maxTime);
					return ret;
				}
			}
			Batcher.prototype.defaults = {
				maxTime: null,
				maxSize: null,
				Promise
			};
			return Batcher;
		}).call(commonjsGlobal);
		var Batcher_1 = Batcher;
		var require$$4$1 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$8 = getCjsExportFromNamespace(version$2);
		var Bottleneck, DEFAULT_PRIORITY$1, Events$4, Job$1, LocalDatastore$1, NUM_PRIORITIES$1, Queues$1, RedisDatastore$1, States$1, Sync$1, parser$5, splice = [].splice;
		NUM_PRIORITIES$1 = 10;
		DEFAULT_PRIORITY$1 = 5;
		parser$5 = parser;
		Queues$1 = Queues_1;
		Job$1 = Job_1;
		LocalDatastore$1 = LocalDatastore_1;
		RedisDatastore$1 = require$$4$1;
		Events$4 = Events_1;
		States$1 = States_1;
		Sync$1 = Sync_1;
		Bottleneck = (function() {
			class Bottleneck {
				constructor(options = {}, ...invalid) {
					var storeInstanceOptions, storeOptions;
					this._addToQueue = this._addToQueue.bind(this);
					this._validateOptions(options, invalid);
					parser$5.load(options, this.instanceDefaults, this);
					this._queues = new Queues$1(NUM_PRIORITIES$1);
					this._scheduled = {};
					this._states = new States$1([
						"RECEIVED",
						"QUEUED",
						"RUNNING",
						"EXECUTING"
					].concat(this.trackDoneStatus ? ["DONE"] : []));
					this._limiter = null;
					this.Events = new Events$4(this);
					this._submitLock = new Sync$1("submit", this.Promise);
					this._registerLock = new Sync$1("register", this.Promise);
					storeOptions = parser$5.load(options, this.storeDefaults, {});
					this._store = (function() {
						if (this.datastore === "redis" || this.datastore === "ioredis" || this.connection != null) {
							storeInstanceOptions = parser$5.load(options, this.redisStoreDefaults, {});
							return new RedisDatastore$1(this, storeOptions, storeInstanceOptions);
						} else if (this.datastore === "local") {
							storeInstanceOptions = parser$5.load(options, this.localStoreDefaults, {});
							return new LocalDatastore$1(this, storeOptions, storeInstanceOptions);
						} else throw new Bottleneck.prototype.BottleneckError(`Invalid datastore type: ${this.datastore}`);
					}).call(this);
					this._queues.on("leftzero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.ref === "function" ? ref.ref() : void 0 : void 0;
					});
					this._queues.on("zero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.unref === "function" ? ref.unref() : void 0 : void 0;
					});
				}
				_validateOptions(options, invalid) {
					if (!(options != null && typeof options === "object" && invalid.length === 0)) throw new Bottleneck.prototype.BottleneckError("Bottleneck v2 takes a single object argument. Refer to https://github.com/SGrondin/bottleneck#upgrading-to-v2 if you're upgrading from Bottleneck v1.");
				}
				ready() {
					return this._store.ready;
				}
				clients() {
					return this._store.clients;
				}
				channel() {
					return `b_${this.id}`;
				}
				channel_client() {
					return `b_${this.id}_${this._store.clientId}`;
				}
				publish(message) {
					return this._store.__publish__(message);
				}
				disconnect(flush = true) {
					return this._store.__disconnect__(flush);
				}
				chain(_limiter) {
					this._limiter = _limiter;
					return this;
				}
				queued(priority) {
					return this._queues.queued(priority);
				}
				clusterQueued() {
					return this._store.__queued__();
				}
				empty() {
					return this.queued() === 0 && this._submitLock.isEmpty();
				}
				running() {
					return this._store.__running__();
				}
				done() {
					return this._store.__done__();
				}
				jobStatus(id) {
					return this._states.jobStatus(id);
				}
				jobs(status) {
					return this._states.statusJobs(status);
				}
				counts() {
					return this._states.statusCounts();
				}
				_randomIndex() {
					return Math.random().toString(36).slice(2);
				}
				check(weight = 1) {
					return this._store.__check__(weight);
				}
				_clearGlobalState(index) {
					if (this._scheduled[index] != null) {
						clearTimeout(this._scheduled[index].expiration);
						delete this._scheduled[index];
						return true;
					} else return false;
				}
				async _free(index, job, options, eventInfo) {
					var e, running;
					try {
						({running} = await this._store.__free__(index, options.weight));
						this.Events.trigger("debug", `Freed ${options.id}`, eventInfo);
						if (running === 0 && this.empty()) return this.Events.trigger("idle");
					} catch (error1) {
						e = error1;
						return this.Events.trigger("error", e);
					}
				}
				_run(index, job, wait) {
					var clearGlobalState, free, run;
					job.doRun();
					clearGlobalState = this._clearGlobalState.bind(this, index);
					run = this._run.bind(this, index, job);
					free = this._free.bind(this, index, job);
					return this._scheduled[index] = {
						timeout: setTimeout(() => {
							return job.doExecute(this._limiter, clearGlobalState, run, free);
						}, wait),
						expiration: job.options.expiration != null ? setTimeout(function() {
							return job.doExpire(clearGlobalState, run, free);
						}, wait + job.options.expiration) : void 0,
						job
					};
				}
				_drainOne(capacity) {
					return this._registerLock.schedule(() => {
						var args, index, next, options, queue;
						if (this.queued() === 0) return this.Promise.resolve(null);
						queue = this._queues.getFirst();
						({options, args} = next = queue.first());
						if (capacity != null && options.weight > capacity) return this.Promise.resolve(null);
						this.Events.trigger("debug", `Draining ${options.id}`, {
							args,
							options
						});
						index = this._randomIndex();
						return this._store.__register__(index, options.weight, options.expiration).then(({ success, wait, reservoir }) => {
							var empty;
							this.Events.trigger("debug", `Drained ${options.id}`, {
								success,
								args,
								options
							});
							if (success) {
								queue.shift();
								empty = this.empty();
								if (empty) this.Events.trigger("empty");
								if (reservoir === 0) this.Events.trigger("depleted", empty);
								this._run(index, next, wait);
								return this.Promise.resolve(options.weight);
							} else return this.Promise.resolve(null);
						});
					});
				}
				_drainAll(capacity, total = 0) {
					return this._drainOne(capacity).then((drained) => {
						var newCapacity;
						if (drained != null) {
							newCapacity = capacity != null ? capacity - drained : capacity;
							return this._drainAll(newCapacity, total + drained);
						} else return this.Promise.resolve(total);
					}).catch((e) => {
						return this.Events.trigger("error", e);
					});
				}
				_dropAllQueued(message) {
					return this._queues.shiftAll(function(job) {
						return job.doDrop({ message });
					});
				}
				stop(options = {}) {
					var done, waitForExecuting;
					options = parser$5.load(options, this.stopDefaults);
					waitForExecuting = (at) => {
						var finished = () => {
							var counts = this._states.counts;
							return counts[0] + counts[1] + counts[2] + counts[3] === at;
						};
						return new this.Promise((resolve, reject) => {
							if (finished()) return resolve();
							else return this.on("done", () => {
								if (finished()) {
									this.removeAllListeners("done");
									return resolve();
								}
							});
						});
					};
					done = options.dropWaitingJobs ? (this._run = function(index, next) {
						return next.doDrop({ message: options.dropErrorMessage });
					}, this._drainOne = () => {
						return this.Promise.resolve(null);
					}, this._registerLock.schedule(() => {
						return this._submitLock.schedule(() => {
							var k, ref = this._scheduled, v;
							for (k in ref) {
								v = ref[k];
								if (this.jobStatus(v.job.options.id) === "RUNNING") {
									clearTimeout(v.timeout);
									clearTimeout(v.expiration);
									v.job.doDrop({ message: options.dropErrorMessage });
								}
							}
							this._dropAllQueued(options.dropErrorMessage);
							return waitForExecuting(0);
						});
					})) : this.schedule({
						priority: NUM_PRIORITIES$1 - 1,
						weight: 0
					}, () => {
						return waitForExecuting(1);
					});
					this._receive = function(job) {
						return job._reject(new Bottleneck.prototype.BottleneckError(options.enqueueErrorMessage));
					};
					this.stop = () => {
						return this.Promise.reject(new Bottleneck.prototype.BottleneckError("stop() has already been called"));
					};
					return done;
				}
				async _addToQueue(job) {
					var args, blocked, error, options, reachedHWM, shifted, strategy;
					({args, options} = job);
					try {
						({reachedHWM, blocked, strategy} = await this._store.__submit__(this.queued(), options.weight));
					} catch (error1) {
						error = error1;
						this.Events.trigger("debug", `Could not queue ${options.id}`, {
							args,
							options,
							error
						});
						job.doDrop({ error });
						return false;
					}
					if (blocked) {
						job.doDrop();
						return true;
					} else if (reachedHWM) {
						shifted = strategy === Bottleneck.prototype.strategy.LEAK ? this._queues.shiftLastFrom(options.priority) : strategy === Bottleneck.prototype.strategy.OVERFLOW_PRIORITY ? this._queues.shiftLastFrom(options.priority + 1) : strategy === Bottleneck.prototype.strategy.OVERFLOW ? job : void 0;
						if (shifted != null) shifted.doDrop();
						if (shifted == null || strategy === Bottleneck.prototype.strategy.OVERFLOW) {
							if (shifted == null) job.doDrop();
							return reachedHWM;
						}
					}
					job.doQueue(reachedHWM, blocked);
					this._queues.push(job);
					await this._drainAll();
					return reachedHWM;
				}
				_receive(job) {
					if (this._states.jobStatus(job.options.id) != null) {
						job._reject(new Bottleneck.prototype.BottleneckError(`A job with the same id already exists (id=${job.options.id})`));
						return false;
					} else {
						job.doReceive();
						return this._submitLock.schedule(this._addToQueue, job);
					}
				}
				submit(...args) {
					var cb, fn, job, options, ref, ref1, task;
					if (typeof args[0] === "function") {
						ref = args, [fn, ...args] = ref, [cb] = splice.call(args, -1);
						options = parser$5.load({}, this.jobDefaults);
					} else {
						ref1 = args, [options, fn, ...args] = ref1, [cb] = splice.call(args, -1);
						options = parser$5.load(options, this.jobDefaults);
					}
					task = (...args) => {
						return new this.Promise(function(resolve, reject) {
							return fn(...args, function(...args) {
								return (args[0] != null ? reject : resolve)(args);
							});
						});
					};
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					job.promise.then(function(args) {
						return typeof cb === "function" ? cb(...args) : void 0;
					}).catch(function(args) {
						if (Array.isArray(args)) return typeof cb === "function" ? cb(...args) : void 0;
						else return typeof cb === "function" ? cb(args) : void 0;
					});
					return this._receive(job);
				}
				schedule(...args) {
					var job, options, task;
					if (typeof args[0] === "function") {
						[task, ...args] = args;
						options = {};
					} else [options, task, ...args] = args;
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					this._receive(job);
					return job.promise;
				}
				wrap(fn) {
					var schedule = this.schedule.bind(this), wrapped = function(...args) {
						return schedule(fn.bind(this), ...args);
					};
					wrapped.withOptions = function(options, ...args) {
						return schedule(options, fn, ...args);
					};
					return wrapped;
				}
				async updateSettings(options = {}) {
					await this._store.__updateSettings__(parser$5.overwrite(options, this.storeDefaults));
					parser$5.overwrite(options, this.instanceDefaults, this);
					return this;
				}
				currentReservoir() {
					return this._store.__currentReservoir__();
				}
				incrementReservoir(incr = 0) {
					return this._store.__incrementReservoir__(incr);
				}
			}
			Bottleneck.default = Bottleneck;
			Bottleneck.Events = Events$4;
			Bottleneck.version = Bottleneck.prototype.version = require$$8.version;
			Bottleneck.strategy = Bottleneck.prototype.strategy = {
				LEAK: 1,
				OVERFLOW: 2,
				OVERFLOW_PRIORITY: 4,
				BLOCK: 3
			};
			Bottleneck.BottleneckError = Bottleneck.prototype.BottleneckError = BottleneckError_1;
			Bottleneck.Group = Bottleneck.prototype.Group = Group_1;
			Bottleneck.RedisConnection = Bottleneck.prototype.RedisConnection = require$$2;
			Bottleneck.IORedisConnection = Bottleneck.prototype.IORedisConnection = require$$3;
			Bottleneck.Batcher = Bottleneck.prototype.Batcher = Batcher_1;
			Bottleneck.prototype.jobDefaults = {
				priority: DEFAULT_PRIORITY$1,
				weight: 1,
				expiration: null,
				id: "<no-id>"
			};
			Bottleneck.prototype.storeDefaults = {
				maxConcurrent: null,
				minTime: 0,
				highWater: null,
				strategy: Bottleneck.prototype.strategy.LEAK,
				penalty: null,
				reservoir: null,
				reservoirRefreshInterval: null,
				reservoirRefreshAmount: null,
				reservoirIncreaseInterval: null,
				reservoirIncreaseAmount: null,
				reservoirIncreaseMaximum: null
			};
			Bottleneck.prototype.localStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 250
			};
			Bottleneck.prototype.redisStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 5e3,
				clientTimeout: 1e4,
				Redis: null,
				clientOptions: {},
				clusterNodes: null,
				clearDatastore: false,
				connection: null
			};
			Bottleneck.prototype.instanceDefaults = {
				datastore: "local",
				connection: null,
				id: "<no-id>",
				rejectOnDrop: true,
				trackDoneStatus: false,
				Promise
			};
			Bottleneck.prototype.stopDefaults = {
				enqueueErrorMessage: "This limiter has been stopped and cannot accept new jobs.",
				dropWaitingJobs: true,
				dropErrorMessage: "This limiter has been stopped."
			};
			return Bottleneck;
		}).call(commonjsGlobal);
		var Bottleneck_1 = Bottleneck;
		return Bottleneck_1;
	}));
}));

// node_modules/@octokit/plugin-retry/dist-bundle/index.js
var import_light = /* @__PURE__ */ __toESM(require_light(), 1);
var VERSION$1 = "0.0.0-development";
function isRequestError(error) {
	return error.request !== void 0;
}
async function errorRequest(state, octokit, error, options) {
	if (!isRequestError(error) || !error?.request.request) throw error;
	if (error.status >= 400 && !state.doNotRetry.includes(error.status)) {
		const retries = options.request.retries != null ? options.request.retries : state.retries;
		const retryAfter = Math.pow((options.request.retryCount || 0) + 1, 2);
		throw octokit.retry.retryRequest(error, retries, retryAfter);
	}
	throw error;
}
async function wrapRequest$1(state, octokit, request, options) {
	const limiter = new import_light.default();
	limiter.on("failed", function(error, info) {
		const maxRetries = ~~error.request.request?.retries;
		const after = ~~error.request.request?.retryAfter;
		options.request.retryCount = info.retryCount + 1;
		if (maxRetries > info.retryCount) return after * state.retryAfterBaseValue;
	});
	return limiter.schedule(requestWithGraphqlErrorHandling.bind(null, state, octokit, request), options);
}
async function requestWithGraphqlErrorHandling(state, octokit, request, options) {
	const response = await request(options);
	if (response.data && response.data.errors && response.data.errors.length > 0 && /Something went wrong while executing your query/.test(response.data.errors[0].message)) return errorRequest(state, octokit, new RequestError(response.data.errors[0].message, 500, {
		request: options,
		response
	}), options);
	return response;
}
function retry(octokit, octokitOptions) {
	const state = Object.assign({
		enabled: true,
		retryAfterBaseValue: 1e3,
		doNotRetry: [
			400,
			401,
			403,
			404,
			410,
			422,
			451
		],
		retries: 3
	}, octokitOptions.retry);
	const retryPlugin = { retry: { retryRequest: (error, retries, retryAfter) => {
		error.request.request = Object.assign({}, error.request.request, {
			retries,
			retryAfter
		});
		return error;
	} } };
	if (state.enabled) {
		octokit.hook.error("request", errorRequest.bind(null, state, retryPlugin));
		octokit.hook.wrap("request", wrapRequest$1.bind(null, state, retryPlugin));
	}
	return retryPlugin;
}
retry.VERSION = VERSION$1;

// node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var VERSION = "0.0.0-development";
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
	return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
	const { pathname } = new URL(options.url, "http://github.test");
	const isAuth = isAuthRequest(options.method, pathname);
	const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
	const isSearch = options.method === "GET" && pathname.startsWith("/search/");
	const isGraphQL = pathname.startsWith("/graphql");
	const jobOptions = ~~request.retryCount > 0 ? {
		priority: 0,
		weight: 0
	} : {};
	if (state.clustering) jobOptions.expiration = 6e4;
	if (isWrite || isGraphQL) await state.write.key(state.id).schedule(jobOptions, noop);
	if (isWrite && state.triggersNotification(pathname)) await state.notifications.key(state.id).schedule(jobOptions, noop);
	if (isSearch) await state.search.key(state.id).schedule(jobOptions, noop);
	const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
	if (isGraphQL) {
		const res = await req;
		if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) throw Object.assign(/* @__PURE__ */ new Error("GraphQL Rate Limit Exceeded"), {
			response: res,
			data: res.data
		});
	}
	return req;
}
function isAuthRequest(method, pathname) {
	return method === "PATCH" && /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && (/^\/applications\/[^/]+\/token$/.test(pathname) || /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || pathname === "/login/oauth/access_token");
}
var triggers_notification_paths_default = [
	"/orgs/{org}/invitations",
	"/orgs/{org}/invitations/{invitation_id}",
	"/orgs/{org}/teams/{team_slug}/discussions",
	"/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
	"/repos/{owner}/{repo}/collaborators/{username}",
	"/repos/{owner}/{repo}/commits/{commit_sha}/comments",
	"/repos/{owner}/{repo}/issues",
	"/repos/{owner}/{repo}/issues/{issue_number}/comments",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
	"/repos/{owner}/{repo}/pulls",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
	"/repos/{owner}/{repo}/pulls/{pull_number}/merge",
	"/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
	"/repos/{owner}/{repo}/releases",
	"/teams/{team_id}/discussions",
	"/teams/{team_id}/discussions/{discussion_number}/comments"
];
function routeMatcher(paths) {
	const regex2 = `^(?:${paths.map((path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")).map((r) => `(?:${r})`).join("|")})[^/]*$`;
	return new RegExp(regex2, "i");
}
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
	groups.global = new Bottleneck.Group({
		id: "octokit-global",
		maxConcurrent: 10,
		...common
	});
	groups.auth = new Bottleneck.Group({
		id: "octokit-auth",
		maxConcurrent: 1,
		...common
	});
	groups.search = new Bottleneck.Group({
		id: "octokit-search",
		maxConcurrent: 1,
		minTime: 2e3,
		...common
	});
	groups.write = new Bottleneck.Group({
		id: "octokit-write",
		maxConcurrent: 1,
		minTime: 1e3,
		...common
	});
	groups.notifications = new Bottleneck.Group({
		id: "octokit-notifications",
		maxConcurrent: 1,
		minTime: 3e3,
		...common
	});
};
function throttling(octokit, octokitOptions) {
	const { enabled = true, Bottleneck = import_light.default, id = "no-id", timeout = 12e4, connection } = octokitOptions.throttle || {};
	if (!enabled) return {};
	const common = { timeout };
	if (typeof connection !== "undefined") common.connection = connection;
	const state = Object.assign({
		clustering: connection != null,
		triggersNotification,
		fallbackSecondaryRateRetryAfter: 60,
		retryAfterBaseValue: 1e3,
		id
	}, octokitOptions.throttle);
	if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
	let initialized = false;
	const initializeBottleneck = () => {
		if (initialized) return;
		initialized = true;
		if (groups.global == null) createGroups(Bottleneck, common);
		state.global = state.global ?? groups.global;
		state.auth = state.auth ?? groups.auth;
		state.search = state.search ?? groups.search;
		state.write = state.write ?? groups.write;
		state.notifications = state.notifications ?? groups.notifications;
		state.retryLimiter = state.retryLimiter ?? new Bottleneck();
		const events = {};
		const emitter = new Bottleneck.Events(events);
		events.on("secondary-limit", state.onSecondaryRateLimit);
		events.on("rate-limit", state.onRateLimit);
		events.on("error", (e) => octokit.log.warn("Error in throttling-plugin limit handler", e));
		state.retryLimiter.on("failed", async function(error, info) {
			const [state2, request, options] = info.args;
			const { pathname } = new URL(options.url, "http://github.test");
			if (!(pathname.startsWith("/graphql") && error.status !== 401 || error.status === 403 || error.status === 429)) return;
			const retryCount = ~~request.retryCount;
			request.retryCount = retryCount;
			options.request.retryCount = retryCount;
			const { wantRetry, retryAfter = 0 } = await (async function() {
				if (/\bsecondary rate\b/i.test(error.message)) {
					const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
					return {
						wantRetry: await emitter.trigger("secondary-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some((error2) => error2.type === "RATE_LIMITED")) {
					const rateLimitReset = (/* @__PURE__ */ new Date(~~error.response.headers["x-ratelimit-reset"] * 1e3)).getTime();
					const retryAfter2 = Math.max(Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1, 0);
					return {
						wantRetry: await emitter.trigger("rate-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				return {};
			})();
			if (wantRetry) {
				request.retryCount++;
				return retryAfter * state2.retryAfterBaseValue;
			}
		});
	};
	octokit.hook.wrap("request", (request, options) => {
		initializeBottleneck();
		return wrapRequest(state, request, options);
	});
	return {};
}
throttling.VERSION = VERSION;
throttling.triggersNotification = triggersNotification;

// src/action/patience.ts
/** Who waits for longer keeps a runner busy for a comment that can do without. */
const MOST_SECONDS = 60;
/** A tracker that asks again and again, each time for no time at all, does not mean it. */
const MOST_WAITS = 4;
/** How long and how often a tracker may ask to wait, in all. */
var Patience = class {
	#seconds = MOST_SECONDS;
	#waits = MOST_WAITS;
	/** True when it is worth waiting so long; that time is then spent. */
	grants(seconds) {
		if (seconds > this.#seconds || this.#waits === 0) return false;
		this.#seconds -= seconds;
		this.#waits -= 1;
		return true;
	}
};

// src/action/issue-comments.ts
const PAGE = 100;
/** After this the tracker is given up, whatever it has been doing. */
const DEADLINE_MS$1 = 15e4;
/** Of a request that failed for no reason that would stay: after 1 s and after 4 s. */
const RETRIES = 2;
/** What trying again does not change; 429 is asked again when the tracker says so. */
const LASTING = [
	400,
	401,
	403,
	404,
	410,
	422,
	429,
	451
];
/** By these words an answer with `retry-after` is taken for a rate limit; a proxy before the tracker does not know them. */
const WORDS = "secondary rate limit";
function withWords(octokit) {
	octokit.hook.error("request", (error) => {
		if (isRateLimit(error) && !error.message.includes(WORDS)) error.message += ` (${WORDS})`;
		throw error;
	});
}
function isRateLimit(error) {
	if (!(error instanceof RequestError) || error.status !== 403 && error.status !== 429) return false;
	return error.response?.headers["retry-after"] !== void 0;
}
const Client = Octokit.plugin(withWords, retry, throttling);
/** The comments of one issue. Every method throws a `RequestError` when the tracker does not do it. */
var IssueComments = class {
	#client;
	#issue;
	#repository;
	constructor({ api, token, owner, repo, issue }, patience = new Patience()) {
		const waits = (seconds) => patience.grants(seconds);
		const silent = () => void 0;
		this.#repository = {
			owner,
			repo
		};
		this.#issue = {
			owner,
			repo,
			issue_number: issue
		};
		this.#client = new Client({
			auth: token,
			baseUrl: api,
			userAgent: "known-faults",
			log: {
				debug: silent,
				info: silent,
				warn: silent,
				error: silent
			},
			request: { signal: AbortSignal.timeout(DEADLINE_MS$1) },
			retry: {
				retries: RETRIES,
				doNotRetry: LASTING
			},
			throttle: {
				onRateLimit: waits,
				onSecondaryRateLimit: waits
			}
		});
	}
	/** The first comment that begins with the marker and was written by the owner of the token. */
	async own(marker) {
		let owner;
		for (let page = 1;; page++) {
			const { data } = await this.#client.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
				...this.#issue,
				per_page: PAGE,
				page
			});
			for (const { id, body = "", html_url: url, user } of data) {
				if (!body.startsWith(marker)) continue;
				owner ??= await this.#tokenOwner();
				if (user?.id === owner) return {
					id,
					body,
					url
				};
			}
			if (data.length < PAGE) return void 0;
		}
	}
	/** Writes a comment and returns where it can be read. */
	async create(body) {
		const { data } = await this.#client.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
			...this.#issue,
			body,
			request: { retries: 0 }
		});
		return data.html_url;
	}
	/** Writes another text into a comment. */
	async update(id, body) {
		await this.#client.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
			...this.#repository,
			comment_id: id,
			body
		});
	}
	/** The numeric id of the token's user. Only GraphQL says it to the token of a workflow; names can be taken over. */
	async #tokenOwner() {
		const { viewer } = await this.#client.graphql("{ viewer { databaseId } }");
		return viewer.databaseId;
	}
};

// src/action/issue-event.ts
const READ = [
	"opened",
	"edited",
	"reopened"
];
/**
* The issue of an event, or the reason why it is left alone.
*
* @param name of the event
* @param payload as GitHub wrote it
* @param ignoreLabel an issue that has it is left alone
* @throws WrongInput where there is no issue in an event of issues
*/
function issueOf(name, payload, ignoreLabel) {
	if (name !== "issues") return { reason: `only events of issues are read, this is ${name}.` };
	const { action, sender, issue } = payload ?? {};
	if (typeof issue?.number !== "number" || typeof issue.title !== "string") throw new WrongInput("GITHUB_EVENT_PATH: found no issue in the event");
	if (!READ.includes(String(action))) return { reason: `only ${READ.join(", ")} issues are read.` };
	if (issue.pull_request) return { reason: "it is a pull request." };
	if (issue.state === "closed") return { reason: "the issue is closed." };
	if (issue.locked === true) return { reason: "the issue is locked." };
	if (sender?.type === "Bot") return { reason: "a bot did it." };
	if (labelsOf(issue.labels).includes(ignoreLabel)) return { reason: "the issue opted out." };
	const { number, title, body } = issue;
	return { issue: {
		number,
		title,
		body: typeof body === "string" ? body : ""
	} };
}
function labelsOf(labels) {
	if (!Array.isArray(labels)) return [];
	return labels.map((label) => label?.name);
}

// src/knowledge/knowledge.ts
/** Grows when an older reader could not use what is written here. */
const KNOWLEDGE_VERSION = 1;
/** Knowledge that cannot be used; the message says why and what to do. */
var UnreadableKnowledge = class extends Error {};
/**
* Takes knowledge that somebody else wrote.
*
* @param data JSON, parsed
* @throws UnreadableKnowledge when it is of another version, or none at all
*/
function readKnowledge(data) {
	const { version, index, cards } = data ?? {};
	const versions = [[
		"its version",
		version,
		KNOWLEDGE_VERSION
	], [
		"the version of its index",
		index?.version,
		1
	]];
	for (const [name, found, read] of versions) {
		if (typeof found !== "number") throw new UnreadableKnowledge(`${name} is missing`);
		if (found === read) continue;
		throw new UnreadableKnowledge(`${name} is ${found}, this program reads ${read}: ${found > read ? "take a newer release of this program" : "build the site anew"}`);
	}
	if (!(Array.isArray(index?.articles) && index.articles.every((article) => article === null || idPattern.test(article.id)) && Object.values(cards ?? {}).every(isCard))) throw new UnreadableKnowledge("its articles or cards are not as they should be");
	return data;
}
function isCard(card) {
	return typeof card?.title === "string" && typeof card.summary === "string" && Array.isArray(card.affected);
}

// src/action/known.ts
const DEADLINE_MS = 15e3;
/** An index of tens of thousands of articles has less. */
const MOST_BYTES = 67108864;
/** Name of the file with the knowledge of one language, beside the script. */
const knowledgeFile = (language) => language === defaultLocale ? "knowledge.json" : `knowledge.${language}.json`;
/** What stood in the articles when this release of the Action was made. */
async function shippedKnowledge(language) {
	const text = await readFile(new URL(knowledgeFile(language), import.meta.url), "utf8");
	return readKnowledge(JSON.parse(text));
}
/**
* What a site knows today.
*
* @throws Error with the reason, for people, when the site cannot be asked or its answer not be used
*/
async function siteKnowledge(site, language) {
	const address = addressOn(site, localizedPath(knowledgeJsonPath, language));
	const response = await fetch(address, { signal: AbortSignal.timeout(DEADLINE_MS) });
	if (!response.ok || !response.body) throw new Error(`it answered ${response.status}`);
	const decoder = new TextDecoder();
	let text = "";
	let bytes = 0;
	for await (const chunk of response.body) {
		bytes += chunk.byteLength;
		if (bytes > MOST_BYTES) throw new Error(`it sent more than ${MOST_BYTES} bytes`);
		text += decoder.decode(chunk, { stream: true });
	}
	return readKnowledge(JSON.parse(text));
}

// src/action/read-issue.ts
/** The first line of a fenced block: within a quotation or a list too. One with backticks behind it is a code span. */
const FENCE = /^[\s>]*(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^ {0,3}#{1,6} /;
/** What an issue form writes for a field that was left empty. */
const NO_RESPONSE = "_No response_";
const TAG = new RegExp(`</?(?:a|blockquote|br|code|details|div|em|h[1-6]|hr|img|kbd|li|ol|p|pre|samp|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|ul)(?: ?/| open| [a-z-]+=[^<>]*)?>`, "gi");
/**
* What an issue says, as a paste: the title, then the text without its Markdown around code, without HTML comments (those
* of a template name errors of their own) and without what an issue form adds.
*/
function readIssue({ title, body }) {
	return [
		title,
		"",
		...new BodyReader(body.split(/\r\n?|\n/)).read()
	].join("\n");
}
/** Goes through a text line by line and remembers in what it is. */
var BodyReader = class {
	#lines;
	/** Whether a comment that a line leaves open ends in a later line of the same paragraph. */
	#endsBelow;
	#fence = "";
	#isComment = false;
	constructor(lines) {
		this.#lines = lines;
		const endsBelow = [];
		for (let at = lines.length - 2; at >= 0; at--) {
			const next = lines[at + 1] ?? "";
			endsBelow[at] = next.trim() !== "" && (next.includes("-->") || endsBelow[at + 1] === true);
		}
		this.#endsBelow = endsBelow;
	}
	read() {
		return this.#lines.flatMap((line, at) => {
			if (this.#fence !== "") return this.#inFence(line);
			const text = this.#withoutComments(line, this.#endsBelow[at] === true);
			const [, fence = ""] = FENCE.exec(text) ?? [];
			this.#fence = fence;
			return fence === "" && text.trim() !== NO_RESPONSE ? plain(text) : [];
		});
	}
	/** A line of code is kept as it is; a fence as long as the first ends it. */
	#inFence(line) {
		const text = line.replace(/^[\s>]+/, "").trimEnd();
		const sign = this.#fence.charAt(0);
		if (!(text.length >= this.#fence.length && text === sign.repeat(text.length))) return [line];
		this.#fence = "";
		return [];
	}
	#withoutComments(line, endsBelow) {
		let kept = "";
		let rest = line;
		for (;;) {
			if (this.#isComment) {
				const end = rest.indexOf("-->");
				if (end < 0) return kept;
				this.#isComment = false;
				rest = rest.slice(end + 3);
			}
			const start = rest.indexOf("<!--");
			if (start < 0) return kept + rest;
			const before = rest.slice(0, start);
			if (!rest.includes("-->", start + 2) && !endsBelow && (kept + before).trim() !== "") return kept + rest;
			kept += before;
			rest = rest.slice(start + 2);
			this.#isComment = true;
		}
	}
};
/** A line of text without the signs of a heading and the elements around it. */
function plain(line) {
	return line.replace(HEADING, "").replace(/<br ?\/?>/gi, "\n").replace(TAG, " ").split("\n");
}

// src/action/main.ts
/** The GitHub Action: answers a new or edited issue with the article of the known fault that it reports. */
const { env } = process;
async function main() {
	const inputs = readInputs(env);
	const event = issueOf(env["GITHUB_EVENT_NAME"] ?? "", await payload(), inputs.ignoreLabel);
	if ("reason" in event) return info(`Nothing to do: ${event.reason}`);
	const known = await knowledgeFor(inputs);
	const [finding] = diagnose(known.index, readIssue(event.issue), { limit: 1 }).findings;
	const text = finding && answerTo(finding, known, inputs);
	if (inputs.mode === "summary") return summarize(text);
	await converse(event.issue, text, inputs);
}
async function payload() {
	try {
		return JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
	} catch (error) {
		const { code = "no JSON" } = error;
		throw new WrongInput(`GITHUB_EVENT_PATH: found ${code}; allowed: the payload of an event`);
	}
}
async function knowledgeFor({ isSiteAsked, site, language }) {
	if (!isSiteAsked) return shippedKnowledge(language);
	try {
		return await siteKnowledge(site, language);
	} catch (error) {
		warning(`${site} was asked in vain, going on with what came with the Action: ${why(error)}`);
		return shippedKnowledge(language);
	}
}
/** Sets the outputs for a finding; returns the answer when it is certain. */
function answerTo({ id, confidence, line }, { cards }, { site, language }) {
	const address = articleAddress(site, id, language);
	setOutput("id", id);
	setOutput("url", address);
	setOutput("confidence", confidence);
	info(`Known: ${id}, confidence ${confidence}.`);
	const card = cards[id];
	return confidence === "high" && card ? answer(card, address, line.text, language) : void 0;
}
async function summarize(text) {
	if (text === void 0) return info("No known fault matches with certainty: no summary.");
	await summary.addRaw(text, true).write();
}
/** Brings the comment of the Action to what it has to say now. */
async function converse(issue, text, inputs) {
	const { token, language, ignoreLabel, isDryRun } = inputs;
	const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const api = env["GITHUB_API_URL"] ?? "https://api.github.com";
	const comments = new IssueComments({
		api,
		token,
		owner,
		repo,
		issue: issue.number
	});
	const own = await comments.own(MARKER);
	if (!own && text === void 0) return info("No known fault matches with certainty: no comment.");
	if (own) setOutput("comment-url", own.url);
	const body = text === void 0 ? retractingComment(language) : answeringComment(text, ignoreLabel, language);
	if (own && isSame(own.body, body)) return info("The comment says so already.");
	if (isDryRun) {
		info(`Dry run: a comment would be ${own ? "changed" : "written"}; the summary has its text.`);
		return summarize(body);
	}
	if (own) await comments.update(own.id, body);
	else setOutput("comment-url", await comments.create(body));
	info(own ? "Comment changed." : "Comment written.");
}
/** The tracker may end lines its own way. */
const isSame = (a, b) => a.replaceAll("\r\n", "\n").trim() === b.trim();
/** The reason of an error: of one of the network it stands behind it, at times as a code only. */
function why(error) {
	const { message, cause, code } = error;
	return cause instanceof Error ? why(cause) : message || (code ?? "no reason given");
}
/** What only the owner of the workflow can mend fails the run; the tracker's troubles and our own do not. */
function end(error) {
	if (error instanceof WrongInput) return setFailed(error.message);
	if (!(error instanceof RequestError && (error.status === 401 || /not accessible by/.test(error.message)))) return warning(`No answer this time: ${why(error)}`);
	setFailed(`The token may not comment (${error.message}). The job needs permissions: issues: write`);
}
await main().catch(end);

export {  };