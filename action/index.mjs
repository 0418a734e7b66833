// Generated from src/action by `npm run pack -- action`. Licenses of the bundled packages: LICENSES.txt.
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

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

// src/domain/facts/signature.ts
/** Returns the line of a signature. */
function signatureLine(signature) {
	return typeof signature === "string" ? signature : signature.line;
}
/** Returns a signature with its line and conditions as fields. */
function toConditional(signature) {
	return typeof signature === "string" ? { line: signature } : signature;
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
/** The languages of the site; articles in the first one carry the facts. */
const locales = ["en", "zh"];
const defaultLocale = locales[0];

// src/domain/addresses/addresses.ts
/**
* `KF-0001`: assigned once, never reused, never changed. Numbers have four digits; KF-9999 is followed by KF-10000. No
* number has two forms: KF-00001 is not an id.
*/
const idPattern = /^KF-(?:\d{4}|[1-9]\d{4})$/;
const permalinkPath = (id) => `/${id}/`;
/** Returns the address of a page in a language, which every page has: `/zh/...`. */
function localizedPath(path, locale) {
	return locale === defaultLocale ? path : `/${locale}${path}`;
}
/** Returns the full address of a path. The address of the site may have a path, as GitHub project pages do. */
const absoluteAddress = (site, path) => site.replace(/\/$/, "") + path;
/** Everything that programs need to diagnose without the site, in one language. */
const knowledgeJsonPath = "/api/v1/knowledge.json";

// src/api/published-knowledge.ts
/** Version of the format. Increased with every change that programs of an earlier release can't read. */
const KNOWLEDGE_VERSION = 1;
/** Returns the name of the file with the knowledge in a language, as the Action and the npm package contain it. */
const knowledgeFile = (language) => language === defaultLocale ? "knowledge.json" : `knowledge.${language}.json`;
/** Name of the file with the tables, which are the same in every language: packages contain it beside the knowledge. */
const tablesFile = "tables.json";
/** Reports that knowledge can't be used; the message contains the reason and what to do. */
var UnreadableKnowledge = class extends Error {};
/**
* Validates knowledge from another site or release.
*
* @param data parsed JSON
* @throws {UnreadableKnowledge} if it has another version or is malformed
*/
function readKnowledge(data) {
	const { version, index, cards, tables = {} } = data ?? {};
	const versions = [[
		"its version",
		version,
		1
	], [
		"the version of its index",
		index?.version,
		4
	]];
	for (const [name, found, supported] of versions) {
		if (typeof found !== "number") throw new UnreadableKnowledge(`${name} is missing`);
		if (found === supported) continue;
		throw new UnreadableKnowledge(`${name} is ${found}, this program reads ${supported}: ${found > supported ? "take a newer release of this program" : "build the site again"}`);
	}
	if (!(Array.isArray(index?.articles) && index.articles.every((article) => idPattern.test(article.id)) && Object.values(cards ?? {}).every(isCard) && Object.values(tables).every((rows) => Array.isArray(rows) && rows.every(isRow)))) throw new UnreadableKnowledge("its articles, cards or tables are not as they should be");
	return data;
}
function isCard(card) {
	return typeof card?.title === "string" && typeof card.summary === "string" && typeof card.fix?.text === "string" && typeof card.cause === "string" && Array.isArray(card.affected);
}
function isRow(row) {
	const isMapping = (value) => typeof value === "object" && value !== null;
	return typeof row?.name === "string" && [
		row.keys,
		row.texts,
		row.codes,
		row.packages
	].every(isMapping) && Object.values(row.keys).every(Array.isArray) && Array.isArray(row.python);
}

// src/action/action-knowledge.ts
const TIMEOUT_MS$1 = 15e3;
/** Chosen; the knowledge of tens of thousands of articles is smaller. */
const MAX_BYTES = 67108864;
/** Reads the knowledge that was packed with this release of the Action. */
async function shippedKnowledge(language) {
	const read = async (name) => JSON.parse(await readFile(new URL(name, import.meta.url), "utf8"));
	return {
		...readKnowledge(await read(knowledgeFile(language))),
		tables: await read(tablesFile)
	};
}
/**
* Fetches the current knowledge of a site.
*
* @throws {Error} with a message for the user, when the site cannot be reached or its answer is invalid
*/
async function siteKnowledge(site, language) {
	const address = absoluteAddress(site, localizedPath(knowledgeJsonPath, language));
	const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS$1) });
	if (!response.ok || !response.body) throw new Error(`it answered ${response.status}`);
	const decoder = new TextDecoder();
	let text = "";
	let bytes = 0;
	for await (const chunk of response.body) {
		bytes += chunk.byteLength;
		if (bytes > MAX_BYTES) throw new Error(`it sent more than ${MAX_BYTES} bytes`);
		text += decoder.decode(chunk, { stream: true });
	}
	return readKnowledge(JSON.parse(text));
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

// src/diagnosis/clean/localized/ended-process.ts
/** How PyCharm in Chinese reports the end of a process. Releases differ in the comma and in the last character. */
const ENDED_IN_CHINESE = /进程已结束[,，]\s?退出代码为?\s?(?=-?\d)/;
/** Returns the line with PyCharm's report of an exit code in English; other lines as they are. */
function endedProcessToEnglish(line) {
	return line.replace(ENDED_IN_CHINESE, "Process finished with exit code ");
}

// src/diagnosis/clean/localized/localized-messages.ts
/** English messages, then their translations, one block for each language. */
const LOCALIZED_MESSAGES = `%1 unresolved externals
'%1' defined but not used
'%1' does not name a type
'%1' has incomplete type
'%1' has no member named '%2'
'%1' is not a member of '%2'
'%1' undeclared (first use in this function)
'%1' undeclared here (not in a function)
'%1' was not declared in this scope
(core dumped)
; did you mean '%1'?
; did you mean '%1'? (accessible via '%2')
; did you mean '%1'? (not accessible from this context)
; recompile with -fPIC
; recompile with -fPIE
A dynamic link library (DLL) initialization routine failed
Cannot allocate memory
Cannot export %1: symbol not defined
Cannot open include file:
DSO missing from command line
ELF load command address/offset not page-aligned
Exec format error
Illegal instruction
In constructor '%1'
In file included from
In function '%1'
In member function '%1'
No space left on device
No such file or directory
Operation not permitted
Permission denied
Resource temporarily unavailable
Segmentation fault
The paging file is too small for this operation to complete
The specified module could not be found
The specified procedure could not be found
The system cannot find the file specified
The system cannot find the path specified
Too many open files
assignment to '%1' from incompatible pointer type '%2'
cannot allocate memory in static TLS block
cannot convert '%1' to '%2'
cannot enable executable stack as shared object requires
cannot export %1: symbol not defined
cannot find
cannot find %1
cannot open file '%1'
cannot open input file '%1'
cannot open output file %1:
cannot open shared object %1:
cannot open shared object file
command not found
compilation terminated.
could not read symbols:
error while loading shared libraries
error:
failed to map segment from shared object
fatal error:
file format not recognized
file in wrong format
file not recognized:
file too short
first defined here
function does not take %1 arguments
identifier not found
implicit declaration of function '%1'
initialization of '%1' from incompatible pointer type '%2'
invalid ELF header
invalid conversion from '%1' to '%2'
invalid use of incomplete type '%1'
invalid use of undefined type '%1'
is not a member of '%1'
is not a valid Win32 application
module machine type '%1' conflicts with target machine type '%2'
more undefined references to '%1' follow
multiple definition of '%1'
no include path in which to search for
no include path in which to search for %1
no matching function for call to '%1(%2)'
note:
passing argument %1 of '%2' from incompatible pointer type
passing argument %1 of '%2' makes integer from pointer without a cast
passing argument %1 of '%2' makes pointer from integer without a cast
relocation %1 against %2 '%3' can not be used when making a shared object
relocation %1 against '%2' can not be used when making a shared object
relocation %1 against '%2' can not be used when making a shared object; recompile with -fPIC
relocation %1 against symbol '%2' which may bind externally can not be used when making a shared object; recompile with -fPIC
relocation %1 can not be used when making a shared object; recompile with -fPIC
requires dynamic %1 reloc against '%2' which may overflow at runtime; recompile with -fPIC
requires unsupported dynamic reloc %1; recompile with -fPIC
symbol lookup error
there are no arguments to '%1' that depend on a template parameter, so a declaration of '%2' must be available
too few arguments for call
too few arguments to function
too few arguments to function '%1'
too many arguments to function '%1'
undeclared identifier
undefined reference to '%1'
unknown type name '%1'
unrecognized command-line option '%1'
unresolved external symbol
unresolved external symbol %1 referenced in function %2
use of undefined type '%1'
warning:
wrong ELF class: ELFCLASS32
wrong ELF class: ELFCLASS64

%1 nicht aufgelöste Externe
'%1' definiert, aber nicht verwendet
'%1' bezeichnet keinen Typ
'%1' hat unvollständigen Typ
'%1' hat kein Element namens '%2'
'%1' ist kein Element von '%2'
'%1' nicht deklariert (erste Verwendung in dieser Funktion)	'%1' nicht deklariert (erstmalige Verwendung in dieser Funktion)
'%1' ist hier (außerhalb einer Funktion) nicht deklariert	'%1' ist hier nicht deklariert (nicht in einer Funktion)
'%1' wurde in diesem Gültigkeitsbereich nicht definiert	'%1' wurde in diesem Gültigkeitsbereich nicht deklariert
(Speicherabzug geschrieben)
; meinten Sie '%1'?
; meinten Sie '%1'? (zugreifbar über '%2')
; meinten Sie '%1'? (aus diesem Kontext nicht zugreifbar)
-
-
Eine DLL-Initialisierungsroutine ist fehlgeschlagen
Nicht genügend Hauptspeicher verfügbar
-
Datei (Include) kann nicht geöffnet werden:
-
ELF Load-Kommando Adresse/Offset ist nicht »page-aligned«
Fehler im Format der Programmdatei
Ungültige Anweisung.	Ungültiger Maschinenbefehl
In Konstruktor '%1'
In Datei, eingebunden von
In Funktion '%1'
In Elementfunktion '%1'
Auf dem Gerät ist kein Speicherplatz mehr verfügbar
Datei oder Verzeichnis nicht gefunden
Die Operation ist nicht erlaubt
Keine Berechtigung
Die Ressource ist zur Zeit nicht verfügbar
Adressierungsfehler	Speicherzugriffsfehler
Die Auslagerungsdatei ist zu klein, um diesen Vorgang durchzuführen
Das angegebene Modul wurde nicht gefunden
Die angegebene Prozedur wurde nicht gefunden
Das System kann die angegebene Datei nicht finden
Das System kann den angegebenen Pfad nicht finden
Zu viele offene Dateien
Zuweisung an '%1' von inkompatiblem Zeigertyp '%2'
Kein Speicher im statischen TLS-Block verfügbar
'%1' kann nicht in '%2' umgewandelt werden	'%1' kann nicht nach '%2' umgewandelt werden
Kann den Stack nicht ausführbar machen wie vom Shared Object verlangt
-
-
-
Datei "%1" kann nicht geöffnet werden
Eingabedatei "%1" kann nicht geöffnet werden
-
Kann die dynamische Bibliothek nicht laden %1:
Kann die Shared-Object-Datei nicht öffnen
Kommando nicht gefunden.
Kompilierung beendet.
-
Fehler beim Laden der Shared Libraries
Fehler:
Fehler beim Mappen des Shared Objects
schwerwiegender Fehler:
-
-
-
Die Datei ist zu kurz
-
-
Bezeichner wurde nicht gefunden
Implizite Deklaration der Funktion '%1'
Initialisierung von '%1' von inkompatiblem Zeigertyp '%2'
Ungültiger ELF-Header
ungültige Umwandlung von '%1' in '%2'
falsche Verwendung des unvollständigen Typs '%1'
falsche Verwendung des undefinierten Typs '%1'
Ist kein Element von "%1"	ist kein Member von "%1"
ist keine zulässige Win32-Anwendung
Modul-Computertyp "%1" steht in Konflikt mit dem Zielcomputertyp "%2"
-
mehrfache Definition von '%1'
-
kein Include-Pfad, um %1 zu finden
keine passende Funktion für Aufruf von '%1(%2)'
Anmerkung:
Übergabe des Arguments %1 von '%2' von inkompatiblem Zeigertyp
-
-
-
-
-
-
-
-
-
Fehler beim Nachschlagen des Symbols
es gibt keine Argumente für '%1', die von einem Templateparameter abhängen, weshalb eine Deklaration von '%2' verfügbar sein muss
Nicht genügend Argumente für Aufruf
zu wenige Argumente für Funktion
Zu wenige Argumente für Funktion '%1'	zu wenige Argumente für Funktion '%1'
zu viele Argumente für Funktion '%1'
nichtdeklarierter Bezeichner
Nicht definierter Verweis auf \`%1'	undefinierter Verweis auf »%1«
Unbekannter Typname '%1'	unbekannter Typname: '%1'
nicht erkannte Kommandozeilenoption '%1'
Nicht aufgelöstes externes Symbol	nicht aufgelöstes externes Symbol
Verweis auf nicht aufgelöstes externes Symbol %1 in Funktion %2
Verwendung des nicht definierten Typs "%1"	Verwendung eines undefinierten Typs "%1"
Warnung:
falsche ELF-Klasse: ELFCLASS32
falsche ELF-Klasse: ELFCLASS64

%1 externos sin resolver
se define '%1' pero no se usa
'%1' no nombra a un tipo
'%1' tiene un tipo incompleto
'%1' no tiene un miembro llamado '%2'
'%1' no es un miembro de '%2'
'%1' no se declaró aquí (primer uso en esta función)
'%1' no se declaró aquí (no en una función)
'%1' no se declaró en este ámbito
(\`core' generado)
; ¿quiso decir '%1'?
-
-
; recompile con -fPIC
-
Error en una rutina de inicialización de biblioteca de vínculos dinámicos (DLL)
No se pudo asignar memoria
-
No se puede abrir el archivo incluir:
DSO faltante desde línea de orden
-
Formato de ejecutable incorrecto
Instrucción ilegal
En el constructor '%1'
En el fichero incluido desde
En la función '%1'
En la función miembro '%1'
No queda espacio en el dispositivo
No existe el fichero o el directorio
Operación no permitida
Permiso denegado
Recurso no disponible temporalmente
Violación de segmento
El archivo de paginación es demasiado pequeño para completar la operación
No se encontró el módulo especificado	No se puede encontrar el módulo especificado
No se encontró el proceso especificado
El sistema no puede encontrar el archivo especificado
El sistema no puede encontrar la ruta especificada
Demasiados ficheros abiertos
asignación a '%1' desde un tipo de puntero '%2' incompatible
No se pudo asignar memoria en el bloque TLS estático
-
no se puede activar la pila ejecutable tal y como el objeto compartido necesita
no se puede exportar %1: símbolo sin definir
no se puede encontrar
-
no se puede abrir el archivo '%1'
no se puede abrir el archivo de entrada '%1'
no se puede abrir el fichero de salida %1:
no se puede abrir el objeto compartido %1:
no se puede abrir el fichero del objeto compartido
orden no encontrada
compilación terminada.
-
error al cargar las bibliotecas compartidas
-
fallo al asignar un segmento del objeto compartido
error fatal:
-
-
no se reconoce el fichero:
fichero demasiado corto
-
-
no se encontró el identificador
declaración implícita de la función '%1'
inicialización de '%1' desde un tipo de puntero '%2' incompatible
cabecera ELF inválida
-
uso no válido del tipo incompleto '%1'
uso no válido del tipo indefinido '%1'
no es un miembro de '%1'
no es una aplicación Win32 válida
el tipo de equipo del módulo '%1' entra en conflicto con el tipo de equipo de destino '%2'
más referencias a '%1' sin definir a continuación
definiciones múltiples de '%1'	definición múltiple de '%1'
no hay ruta de inclusión en la cual se pueda buscar
-
no hay una función coincidente para la llamada a '%1(%2)'
nota:
se pasa el argumento %1 de '%2' desde un tipo de puntero incompatible
el paso del argumento %1 de '%2' crea un entero desde un puntero sin una conversión
el paso del argumento %1 de '%2' crea un puntero desde un entero sin una conversión
-
reubicación %1 frente a «%2» no puede emplearse cuando se crea un objeto compartido
reubicación %1 frente a '%2' no puede ser utilizado cuando crea un objeto compartido; recompile con -fPIC	reubicación %1 frente a «%2» no puede emplearse cuando se crea un objeto compartido; recompile con -fPIC
reubicación %1 frente al símbolo «%2» el cual quizá externamente enlazado no puede ser empleada cuando se cra un objeto compartido; recompile con -fPIC
reubicación %1 no puede utilizarse cuando se crea un objeto compartido; recompile con -fPIC
requiere reubicación dinámica %1 contra «%2» el cual quizá sobredesborda en tiempo de ejecución; recompile con -fPIC
requiere reubicación dinámica no admitida %1; recompile con -fPIC	requiere una reubicación dinámica no admitida %1; recompile con -fPIC
error de búsqueda de símbolo
no hay argumentos para '%1' que dependan de un parámetro de plantilla, por lo cual una declaración de '%2' debe estar disponible
no hay suficientes argumentos para la llamada
faltan argumentos para la función
faltan argumentos para la función '%1'
demasiados argumentos para la función '%1'
identificador no declarado
referencia a '%1' sin definir	referencia sin definir al «%1»
nombre de tipo '%1' desconocido
-
símbolo externo sin resolver
símbolo externo %1 sin resolver al que se hace referencia en la función %2
uso del tipo no definido '%1'
aviso:
clase ELF errónea: ELFCLASS32
clase ELF errónea: ELFCLASS64

%1 externes non résolus
'%1' défini mais pas utilisé
'%1' ne nomme pas un type
'%1' a un type incomplet
'%1' n'a pas de membre nommé '%2'
'%1' n'est pas un membre de '%2'
'%1' non déclaré (première utilisation dans cette fonction)
'%1' non déclaré ici (hors de toute fonction)
'%1' n'a pas été déclaré dans cette portée
-
; vouliez-vous employer '%1' ?	; vouliez-vous utiliser '%1' ?
; vouliez-vous utiliser '%1' ? (accessible via '%2')
; vouliez-vous utiliser '%1' ? (pas accessible depuis ce contexte)
; recompilez avec -fPIC
; recompilez avec -fPIE
Une routine d’initialisation d’une bibliothèque de liens dynamiques (DLL) a échoué
Ne peut allouer de la mémoire
-
Impossible d'ouvrir le fichier include :
DSO manquant dans la ligne de commande
-
Erreur de format pour exec()
Instruction incorrecte	Instruction non permise
Dans le constructeur '%1'
Dans le fichier inclus depuis
Dans la fonction '%1'
Dans la fonction membre '%1'
Aucun espace disponible sur le périphérique
Aucun fichier ou dossier de ce type
Opération non permise
Permission non accordée
Ressource temporairement non disponible
Erreur de segmentation
-
Le module spécifié est introuvable
La procédure spécifiée est introuvable
Le fichier spécifié est introuvable
-
Trop de fichiers ouverts
affectation à '%1' depuis le type pointeur '%2' qui est incompatible
ne peut allouer de la mémoire dans un bloc statique TLS
ne peut convertir '%1' en '%2'
ne peut activer une pile exécutable comme l'objet partagé le requiert
ne peut exporter %1 : symbole indéfini
-
-
impossible d'ouvrir le fichier '%1'
impossible d'ouvrir le fichier en entrée '%1'
ne peut ouvrir le fichier de sortie %1 :
impossible d'ouvrir l'objet partagé %1 :
Ne peut ouvrir le fichier d'objet partagé
commande introuvable
compilation terminée.
impossible de lire les symboles :
erreur lors du chargement des librairies partagées
erreur:
échec d'adressage (mapping) du segment de l'objet partagé
erreur fatale:
format de fichier non reconnu
fichier dans un mauvais format
fichier non reconnu :
fichier trop court
-
-
identificateur introuvable
déclaration implicite de la fonction '%1'
initialisation de '%1' depuis le type pointeur '%2' qui est incompatible
en-tête ELF invalide
conversion invalide de '%1' vers '%2'
utilisation invalide du type incomplet '%1'
utilisation invalide du type non défini '%1'
n'est pas membre de '%1'
n’est pas une application Win32 valide
-
encore plus de références indéfinies suivent vers « %1 »
définition multiple de '%1'	définitions multiples de « %1 »	définitions redondantes de « %1 »
aucun chemin d’inclusion dans lequel on pourrait rechercher
-
pas de fonction concordante pour l'appel de '%1(%2)'	pas de fonction correspondant à l'appel '%1(%2)'
-
passage de l'argument %1 de '%2' depuis un type pointeur incompatible
le passage de l'argument %1 de '%2' transforme un pointeur en entier sans transtypage
le passage de l'argument %1 de '%2' transforme un entier en pointeur sans transtypage
-
le réadressage %1 vers « %2 » ne peut pas être utilisé en créant un objet partagé
la relocalisation %1 vers « %2 » ne peut pas être utilisée lors de la création d'un objet partagé ; recompilez avec -fPIC	réadressage de %1 en vertu de « %2 » ne peut être utilisé lors de la création d'un objet partagé; recompilez avec -fPIC
réadressage de %1 en vertu du symbol « %2 » qui peut être lié avec l'extérieur ne peut être utilisé lors de la création d'un objet partagé; recompilez avec -fPIC
réadressage de %1 ne peut être utilisé lors de la création d'un objet partagé; recompilez avec -fPIC
nécessite une relocalisation %1 dynamique vers « %2 » pouvant déborder à l'exécution ; recompiler avec -fPIC
nécessite une relocalisation %1 dynamique non prise en charge ; veuillez recompiler avec -fPIC	nécessite une relocalisation dynamique %1 non prise en charge ; recompiler avec -fPIC
erreur de recherche de symbole
il n'y a pas d'argument pour '%1' qui dépend d'un paramètre du patron, aussi une déclaration de '%2' doit être disponible
-
trop peu d'arguments pour la fonction
trop peu d'arguments pour la fonction '%1'
trop d'arguments pour la fonction '%1'
identificateur non déclaré
référence indéfinie vers « %1 »	référence à « %1 » non définie
nom de type '%1' inconnu
option '%1' non reconnue sur la ligne de commande
symbole externe non résolu
symbole externe non résolu %1 référencé dans la fonction %2
utilisation du type non défini '%1'
-
mauvaise classe ELF : ELFCLASS32
mauvaise classe ELF : ELFCLASS64

-
-
-
-
-
-
-
-
-
(core dump creato)
-
-
-
-
-
-
Impossibile allocare memoria
Impossibile esportare %1: simbolo non definito
-
-
-
Formato eseguibile non valido
Istruzione non consentita
-
-
-
-
Spazio esaurito sul device
File o directory non esistente
Operazione non permessa
Permesso negato
Risorsa temporaneamente non disponibile
Errore di segmentazione
-
Impossibile trovare il modulo specificato
Impossibile trovare la procedura specificata
Impossibile trovare il file specificato
Impossibile trovare il percorso specificato
Troppi file aperti
-
impossibile allocare memoria nel blocco statico TLS
-
impossibile abilitare lo stack eseguibile come richiesto dall'oggetto condiviso
-
impossibile trovare
-
impossibile aprire il file '%1'
impossibile aprire il file di input '%1'
impossibile aprire il file di output %1:
impossibile aprire l'oggetto condiviso %1:
impossibile aprire il file oggetto condiviso
comando non trovato
-
impossibile leggere i simboli:
errore durante il caricamento delle librerie condivise
-
mappatura del segmento dall'oggetto condiviso non riuscita
-
-
-
file non riconosciuto:
file troppo corto
definito qui per la prima volta
-
identificatore non trovato
-
-
intestazione ELF non valida
-
-
-
non è un membro di '%1'
non è un'applicazione di Win32 valida
-
seguono ulteriori riferimenti non definiti a "%1"
definizione multipla di "%1"
-
-
-
-
-
-
-
-
-
-
-
-
-
-
errore nella ricerca del simbolo
-
argomenti insufficienti per una chiamata
-
-
-
identificatore non dichiarato
riferimento non definito a "%1"
-
-
-
riferimento al simbolo esterno %1 non risolto nella funzione %2
uso del tipo non definito '%1'
-
classe ELF errata: ELFCLASS32
classe ELF errata: ELFCLASS64

%1 件の未解決の外部参照
-
-
-
'%1' は '%2' という名前のメンバを持っていません
-
'%1' が宣言されていません (この関数内での最初の使用)
'%1' がここでは宣言されていません (関数内ではない)
-
(コアダンプ)
-
-
-
。 -fPIC を付けて再コンパイルしてください。
-
ダイナミック リンク ライブラリ (DLL) 初期化ルーチンの実行に失敗しました
メモリを確保できません
%1 をエクスポートできません: シンボルが定義されていません
include ファイルを開けません。
-
-
実行形式エラー
不正な指定
コンストラクタ '%1' 内
次のファイルから読み込み:
-
メンバ関数 '%1' 内
デバイスに空き領域がありません
そのようなファイルやディレクトリはありません
許可されていない操作です
許可がありません
リソースが一時的に利用できません
セグメンテーションフォルト
ページング ファイルが小さすぎるため、この操作を完了できません
指定されたモジュールが見つかりません
指定されたプロシージャが見つかりません
指定されたファイルが見つかりません
指定されたパスが見つかりません
ファイルを開きすぎです
-
静的 TLS ブロック内にメモリを配置出来ません
-
共有オブジェクトが必要としている実行可能スタックを有効にできません
-
-
%1 が見つかりません
ファイル '%1' を開くことができません	ファイル '%1' を開けません
入力ファイル '%1' を開けません
出力ファイル %1 が開けません:
共有オブジェクト %1 を開くことができません :
共有オブジェクトファイルを開けません
コマンドが見つかりません
コンパイルを停止しました。
シンボルを読み込むことができませんでした:	シンボルを読み込めませんでした:
共有ライブラリのロード中にエラーが発生しました
エラー:
共有オブジェクトのセグメントをマップするのに失敗しました
致命的エラー:
-
-
ファイルが認識できませんでした:
ファイルが小さすぎます
ここで最初に定義されています
関数に %1 個の引数を指定できません
識別子が見つかりません	識別子が見つかりませんでした
関数 '%1' の暗黙的な宣言です
-
無効な ELF ヘッダーです
-
-
-
'%1' のメンバーではありません
は有効な Win32 アプリケーションではありません
モジュールのコンピューターの種類 '%1' は対象コンピューターの種類 '%2' と競合しています
'%1' に対する定義されていない参照がさらに続いています
'%1' が複数定義されています	'%1' が重複して定義されています
-
%1 を探索するためのインクルードパスがありません
'%1(%2)' の呼び出しに適合する関数がありません
備考:
互換性のないポインタ型から %1 番目の '%2' の引数に渡しています
passing argument %1 番目の '%2' の引数を渡すときにポインタからキャスト無しに整数を作成しています
%1 番目の '%2' の引数へ渡すときに整数からキャスト無しにポインタを作成しています
再配置 %1 (%2 '%3' に対する) は共有オブジェクト作成時には使用出来ません
-
再配置 %1 ('%2' に対する) は共有オブジェクト作成時には使用できません。-fPIC を付けて再コンパイルしてください。
-
再配置 %1 は共有オブジェクトを作成するときには使えません。-fPIC を付けて再コンパイルしてください
-
-
シンボル検索エラーです
-
呼び出しに対する引数が少なすぎます
関数への引数が少なすぎます
関数 '%1' へ渡す引数が少なすぎます
関数 '%1' への引数が多すぎます
定義されていない識別子です
'%1' に対する定義されていない参照です
不明な型名 '%1' です
-
未解決の外部シンボル
未解決の外部シンボル %1 が関数 %2 で参照されました
認識できない型 '%1' が使われています	認識できない型 '%1' が使用されています
警告:
間違った ELF クラスです: ELFCLASS32
間違った ELF クラスです: ELFCLASS64

%1개의 확인할 수 없는 외부 참조입니다
-
-
-
-
-
-
-
-
(코어 덤프됨)
-
-
-
-
-
DLL 초기화 루틴을 실행할 수 없습니다
메모리를 할당할 수 없습니다
-
포함 파일을 열 수 없습니다.
-
ELF 로드 명령의 주소/오프셋이 align되어 있지 않습니다
Exec 형식 오류
명령어가 잘못됨	부적절한 명령
-
-
-
-
장치에 남은 공간이 없음
그런 파일이나 디렉터리가 없습니다
명령을 허용하지 않음
허가 거부
자원이 일시적으로 사용 불가능함
세그먼테이션 오류	세그멘테이션 오류
이 작업을 완료하기 위한 페이징 파일이 너무 작습니다
지정된 모듈을 찾을 수 없습니다
지정된 프로시저를 찾을 수 없습니다
지정된 파일을 찾을 수 없습니다
지정된 경로를 찾을 수 없습니다
열린 파일이 너무 많음
-
정적 TLS 블럭에는 메모리를 할당할 수 없습니다
-
실행할 수 있는 스택을 공유 오브젝트 필수요소로 만들 수 없습니다
-
-
-
'%1' 파일을 열 수 없습니다
'%1' 입력 파일을 열 수 없습니다
-
%1 공유 객체를 열 수 없음:
동적 오브젝트 파일을 열 수 없습니다
명령어를 찾을 수 없음
-
-
동적 라이브러리를 읽어들이는데 오류가 발생했습니다
-
동적 오브젝트의 세그먼트를 매핑하는 실패
-
-
-
-
파일이 너무 짧습니다
-
함수는 %1개의 인수를 사용하지 않습니다
식별자를 찾을 수 없습니다
-
-
ELF 헤더가 잘못됨
-
-
-
'%1'의 멤버가 아닙니다
은(는) 올바른 Win32 응용 프로그램이 아닙니다
'%1' 모듈 컴퓨터 종류가 '%2' 대상 컴퓨터 종류와 충돌합니다
-
-
-
-
-
-
-
-
-
-
-
-
-
-
-
-
심볼 찾기 오류
-
호출에 매개 변수가 너무 적습니다
-
-
-
선언되지 않은 식별자입니다
-
-
-
확인할 수 없는 외부 기호
-
정의되지 않은 형식 '%1'을(를) 사용했습니다
-
ELF 클래스가 틀렸습니다: ELFCLASS32
ELF 클래스가 틀렸습니다: ELFCLASS64

-
-
-
-
-
-
-
-
-
(zrzut pamięci)
-
-
-
-
-
-
Nie można przydzielić pamięci
-
Nie można otworzyć pliku dołącz:
-
adres/przesunięcie polecenia wczytania ELF nie wyrównane do strony
Błędny format pliku wykonywalnego
Błędna instrukcja	Niedozwolona instrukcja
-
-
-
-
Brak miejsca na urządzeniu
Nie ma takiego pliku ani katalogu
Operacja niedozwolona
Brak dostępu
Zasoby chwilowo niedostępne
Naruszenie ochrony pamięci
-
Nie można odnaleźć określonego modułu
Nie można odnaleźć określonej procedury
Nie można odnaleźć określonego pliku
-
Za dużo otwartych plików
-
nie można przydzielić pamięci w statycznym bloku TLS
-
nie można włączyć wykonywalnego stosu wymaganego przez obiekt dzielony
-
-
-
nie można otworzyć pliku „%1”
-
-
nie można otworzyć obiektu współdzielonego %1:
nie można otworzyć pliku obiektu dzielonego
nie znaleziono polecenia
-
-
błąd podczas wczytywania bibliotek dzielonych
-
odwzorowanie segmentu z obiektu dzielonego nie powiodło się
-
-
-
-
plik za krótki
-
-
nie odnaleziono identyfikatora
-
-
nieprawidłowy nagłówek ELF
-
-
-
nie jest składową elementu „%1”
nie jest prawidłową aplikacją systemu Win32
-
-
-
-
-
-
-
-
-
-
-
-
-
-
-
-
-
błąd wyszukiwania symbolu
-
-
-
-
-
niezadeklarowany identyfikator
-
-
-
nierozpoznany symbol zewnętrzny
-
użycie niezdefiniowanego typu „%1”
-
niewłaściwa klasa ELF: ELFCLASS32
niewłaściwa klasa ELF: ELFCLASS64

%1 externo não resolvidos	%1 externos não resolvidos
-
-
-
-
-
-
-
-
(imagem do núcleo gravada)
-
-
-
-
-
Uma rotina de inicialização da biblioteca de vínculo dinâmico (DLL) falhou
Não foi possível alocar memória
-
Não é possível abrir arquivo incluir:
-
-
Erro no formato exec
Instrução ilegal
-
-
-
-
Não há espaço disponível no dispositivo
Arquivo ou diretório inexistente
Operação não permitida
Permissão negada
Recurso temporariamente indisponível
Falha de segmentação
O arquivo de paginação é muito pequeno para que esta operação seja concluída
Não foi possível encontrar o módulo especificado
Não foi possível encontrar o procedimento especificado
O sistema não pode encontrar o arquivo especificado
O sistema não pode encontrar o caminho especificado
Muitos arquivos abertos
-
não foi possível alocar memória em bloco TLS estático
-
não foi possível habilitar pilhas de executável como requisitado pelo objeto compartilhado
não foi possível exportar %1: símbolo não definido
não foi possível localizar
-
não é possível abrir o arquivo '%1'
-
não foi possível abrir o arquivo de saída %1:
impossível abrir objeto compartilhado %1:
não é possível abrir arquivo compartilhado
comando não encontrado
-
não foi possível ler os símbolos:
erro ao carregar bibliotecas compartilhadas
-
falha no mapeamento de segmento do objeto compartilhado
-
-
-
arquivo não reconhecido:
arquivo pequeno demais
-
-
identificador não encontrado
-
-
cabeçalho de ELF inválido
-
-
-
não é um membro de '%1'
não é um aplicativo Win32 válido
-
mais referências não definidas para "%1" seguir
múltiplas definições de "%1"
não foi incluído nenhum caminho no qual se possa procurar por
-
-
-
-
-
-
-
-
-
-
-
-
-
erro de procura por símbolo
-
-
-
-
-
identificador não declarado
referência não definida para "%1"
-
-
símbolo externo não resolvido
símbolo externo não resolvido %1 referenciado na função %2
uso de tipo indefinido '%1'
-
classe ELF errada: ELFCLASS32
classe ELF errada: ELFCLASS64

неразрешенных внешних элементов: %1
'%1' определена, но не используется
'%1' не является именем типа
'%1' имеет неполный тип
'%1' не содержит элемент с именем '%2'	'%1' не содержит элемента с именем '%2'
'%1' не является элементом '%2'
'%1' не описан (первое использование в этой функции)
'%1' не описан здесь (не в функции)
нет декларации '%1' в этой области видимости
(образ памяти сброшен на диск)
; имелось в виду '%1'?
-
-
; перекомпилируйте с параметром -fPIC
; перекомпилируйте с параметром -fPIE
Произошел сбой в программе инициализации библиотеки динамической компоновки (DLL)
Невозможно выделить память
-
Не удается открыть файл включение:
в командной строке не указан DSO
-
Ошибка формата выполняемого файла
Недопустимая инструкция
В конструкторе '%1'
-
В функции '%1'
В функции-члене '%1'
На устройстве не осталось свободного места
Нет такого файла или каталога
Операция не позволена
Отказано в доступе
Ресурс временно недоступен
Ошибка сегментации	Ошибка сегментирования
Файл подкачки слишком мал для завершения операции
Не найден указанный модуль
Не найдена указанная процедура
Не удается найти указанный файл
Системе не удается найти указанный путь
Слишком много открытых файлов
-
невозможно выделить память в статичном блоке TLS
-
невозможно задействовать исполняемый стек, как требует разделяемый объект
невозможно экспортировать %1: символ не определён
невозможно найти
-
не удается открыть файл "%1"
не удается открыть входной файл "%1"
невозможно открыть выходной файл %1:
не удаётся открыть общий объект %1:
невозможно открыть разделяемый объектный файл
команда не найдена
компиляция прервана.
невозможно прочитать символы:
ошибка при загрузке разделяемых библиотек
ошибка:
сбой отображения сегмента из разделяемого объекта
фатальная ошибка:
формат файла не распознан
файл в неправильном формате
файл не распознан:
файл слишком мал
-
-
идентификатор не найден
неявная декларация функции '%1'
-
неверный заголовок ELF
-
некорректное использование неполного типа '%1'
некорректное использование неопределенного типа '%1'
не является членом "%1"
не является приложением Win32
тип компьютера модуля "%1" конфликтует с типом целевого компьютера "%2"
далее есть ещё неопределённые ссылки на «%1»
повторное определение '%1'	повторное определение «%1»
отсутствует путь для включаемых файлов, в котором ищется
-
нет соответствующей функции для вызова '%1(%2)'
замечание:
в передаче аргумента %1 '%2': несовместимый тип указателя
при передаче аргумента %1 '%2' указатель преобразуется в целое без приведения типа
при передаче аргумента %1 '%2' целое преобразуется в указатель без приведения типа
-
перемещение %1 для «%2» не может использоваться при создании общего объекта
перемещение %1 для «%2» не может использоваться при создании общего объекта; перекомпилируйте с -fPIC
перемещение %1 для «%2», который может быть привязан извне, не может использоваться при создании общего объекта; перекомпилируйте с -fPIC
перемещение %1 не может использоваться при создании общего объекта; перекомпилируйте с -fPIC
-
-
ошибка поиска символа
'%1' не имеет аргументов, зависящих от параметра-шаблона, поэтому должна быть доступна декларация '%2'
-
слишком мало аргументов функции
слишком мало аргументов в вызове функции '%1'	слишком мало аргументов для функции '%1'
слишком много аргументов в вызове функции '%1'	слишком много аргументов для функции '%1'
необъявленный идентификатор
неопределённая ссылка на «%1»
неизвестное имя типа '%1'
-
неразрешенный внешний символ
ссылка на неразрешенный внешний символ %1 в функции %2
использование неопределенного типа "%1"
предупреждение:
неправильный класс ELF: ELFCLASS32
неправильный класс ELF: ELFCLASS64

%1 个无法解析的外部命令
-
'%1'不是一个类型名
-
'%1'没有名为'%2'的成员
'%1'不是'%2'的成员
'%1'未声明(在此函数内第一次使用)
'%1'未声明(不在函数内)
'%1'在此作用域中尚未声明
（核心已转储）
-
-
-
-
-
动态链接库(DLL)初始化例程失败
无法分配内存
不能导出 %1：符号未定义
无法打开包括文件:
-
-
可执行文件格式错误
非法指令
在构造函数'%1'中
-
在函数'%1'中
在成员函数'%1'中
设备上没有空间
没有那个文件或目录
不允许的操作
权限不够
资源暂时不可用
段错误
页面文件太小，无法完成操作
找不到指定的模块
找不到指定的程序
系统找不到指定的文件
系统找不到指定的路径
打开的文件过多
-
无法在静态 TLS 块中分配内存
-
无法启用共享目标需要的执行栈
-
找不到
-
无法打开文件“%1”
无法打开输入文件“%1”
无法打开输出文件 %1：
无法打开共享目标 %1：
无法打开共享对象文件
未找到命令
编译中断。
无法读取符号:
载入共享库时出错
错误：
无法从共享目标中映射段
致命错误：
-
-
文件无法辨识:	无法识别文件：
文件过短
第一次在此定义
函数不接受 %1 个参数
找不到标识符
隐式声明函数'%1'
-
无效的 ELF 头
-
对不完全的类型'%1'的非法使用
-
不是“%1”的成员
不是有效的 Win32 应用程序
模块计算机类型“%1”与目标计算机类型“%2”冲突
跟着更多未定义的参考到 %1
%1 的多重定义	'%1'多次定义
没有包含路径可供搜索
-
对'%1(%2)'的调用没有匹配的函数
附注：
传递'%2'的第 %1 个参数时在不兼容的指针类型间转换
传递'%2'的第 %1 个参数时将指针赋给整数，未作类型转换
传递'%2'的第 %1 个参数时将整数赋给指针，未作类型转换
-
-
-
-
-
-
-
符号查询错误
'%1'的实参不依赖模板参数，所以'%2'的声明必须可用
函数调用的参数太少	用于调用的参数太少
给予函数的实参太少
提供给函数'%1'的实参太少
提供给函数'%1'的实参太多
未声明的标识符
对‘%1’未定义的引用
未知的类型名'%1'
-
无法解析的外部符号
无法解析的外部符号 %1，函数 %2 中引用了该符号	无法解析的外部符号 %1，该符号在函数 %2 中被引用
使用了未定义类型“%1”
警告：
错误的 ELF 类：ELFCLASS32
错误的 ELF 类：ELFCLASS64

%1 個無法解析的外部符號
-
'%1' 沒有命名一個類型
-
'%1' 沒具名為 '%2' 的成員
'%1' 不是 '%2' 的成員
-
-
'%1' 在此作用欄位中尚未宣告
(核心已傾印)
-
-
-
-
-
動態連結程式庫 (DLL) 初始化例行程序失敗	動態連結程式庫 (DLL) 初始化常式失敗
無法配置記憶體
不能匯出 %1: 符號未定義
無法開啟包含檔案:
-
ELF 載入命令的位址或位移沒有對齊頁面
可執行檔格式錯誤
無效指令
-
在從下述位置 include 的檔案：
在函式 '%1' 中
在 '%1' 成員函式中
裝置上已無多餘空間
沒有此一檔案或目錄
此項操作並不被允許
拒絕不符權限的操作
資源暫時無法取得
程式記憶體區段錯誤
-
找不到指定的模組
找不到指定的程序
系統找不到指定的檔案
系統找不到指定的路徑
開啟太多檔案
-
無法在靜態 TLS 區塊中配置記憶體
-
無法開啟可執行堆疊做為共用物件
-
找不到
-
無法開啟檔案 '%1'
無法開啟輸入檔 '%1'
無法開啟輸出檔案 %1:
無法開啟共享物件 %1:
無法開啟共用物件
指令找不到
編譯終止。
無法讀取符號:
載入共用函式庫時發生錯誤
錯誤：
從共用物件中對映區段失敗
嚴重錯誤：
-
-
檔案無法辨識:
檔案太小
第一次定義在此
-
找不到識別項
隱含宣告函式 '%1'
-
無效的 ELF 標頭
-
-
-
不是 '%1' 的成員
不是正確的 Win32 應用程式
模組電腦類型 '%1' 與目標電腦類型 '%2' 衝突
跟著更多未定義的參考到 %1
%1 的多重定義	'%1' 多次定義
沒有包含路徑可供搜尋
-
對 '%1(%2)' 的呼叫沒有匹配的函式
附註：
傳遞參數 %1 (屬於 '%2')時在不相容的指標類型間轉換
傳遞參數 %1 (屬於 '%2')時將指標賦給整數，未作類型轉換
傳遞參數 %1 (屬於 '%2')時將整數賦給指標，未作類型轉換
-
-
-
-
-
-
-
符號查找錯誤
'%1' 的引數不依賴範本參數，所以 '%2' 的宣告必須可用
-
給予函式的引數太少
提供給函式 '%1' 的引數太少
提供給函式 '%1' 的引數太多
未宣告的識別項
未定義參考到 %1	未定義的參考到 %1
-
-
無法解析的外部符號
無法解析的外部符號 %1 在函式 %2 中被參考
使用未定義的類型 '%1'
警告：
錯誤 ELF 類別：ELFCLASS32
錯誤 ELF 類別：ELFCLASS64`;

// src/diagnosis/clean/localized/foreign-words.ts
/** Words of which each translation without letters beyond ASCII has at least one. */
const FOREIGN_WORDS = `Adressierungsfehler
Anmerkung
Berechtigung
Bezeichner
Computertyp
Dans
Datei
Dateien
Definition von
Demasiados
ELF non
Eine
Elementfunktion
En el
Erreur
Erro
Errore
Fehler
File o
Formato
Funktion
Impossibile
In Konstruktor
Instruction incorrecte
Instruction non
Istruzione
Kompilierung
Muitos
Nie ma
Niedozwolona
No queda
No se
Operacja
Operazione
Permesso
Permiso
Risorsa
Spazio
Speicherabzug
Speicherzugriffsfehler
Trop
Troppi
Typname
Typs
Verweis
Warnung
Zeigertyp
al simbolo
argomenti
argumentos
arquivo
aucun
avec
aviso
bezeichnet
bibliotecas
classe
comando
commande
conversion invalide
convertir
core dump
corto
de lire
de type
decir
declarado
definir
definiti
definito
definizione
disponible
encontrada
erreur
error fatal
errore
est pas
externos
falsche
fichero
fichier
file non
fonction
generado
identificateur
identificatore
identyfikator
identyfikatora
impossibile
incomplet
kein
meinten
miembro
ne nomme
nicht
nie znaleziono
no se
nota
pointeur
puede
recompile con
segmento
tipo
vouliez`.split("\n");

// src/diagnosis/clean/localized/windows-errors.ts
/**
* English text of the Windows system errors that Python prints as `[WinError N]`, by number.
*
* @see https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes
*/
const ENGLISH_BY_NUMBER = {
	1: "Incorrect function",
	2: "The system cannot find the file specified",
	3: "The system cannot find the path specified",
	4: "The system cannot open the file",
	5: "Access is denied",
	6: "The handle is invalid",
	8: "Not enough memory resources are available to process this command",
	14: "Not enough memory resources are available to complete this operation",
	17: "The system cannot move the file to a different disk drive",
	32: "The process cannot access the file because it is being used by another process",
	33: "The process cannot access the file because another process has locked a portion of the file",
	87: "The parameter is incorrect",
	109: "The pipe has been ended",
	112: "There is not enough space on the disk",
	123: "The filename, directory name, or volume label syntax is incorrect",
	126: "The specified module could not be found",
	127: "The specified procedure could not be found",
	145: "The directory is not empty",
	182: "The operating system cannot run %1",
	183: "Cannot create a file when that file already exists",
	193: "%1 is not a valid Win32 application",
	206: "The filename or extension is too long",
	216: "This version of %1 is not compatible with the version of Windows you're running",
	225: "Operation did not complete successfully because the file contains a virus or potentially unwanted software",
	232: "The pipe is being closed",
	267: "The directory name is invalid",
	740: "The requested operation requires elevation",
	998: "Invalid access to memory location",
	1114: "A dynamic link library (DLL) initialization routine failed",
	1224: "The requested operation cannot be performed on a file with a user-mapped section open",
	1314: "A required privilege is not held by the client",
	1450: "Insufficient system resources exist to complete the requested service",
	1455: "The paging file is too small for this operation to complete",
	4551: "An Application Control policy has blocked this file",
	10013: "An attempt was made to access a socket in a way forbidden by its access permissions",
	10048: "Only one usage of each socket address (protocol/network address/port) is normally permitted",
	10054: "An existing connection was forcibly closed by the remote host",
	10061: "No connection could be made because the target machine actively refused it",
	14001: "The application has failed to start because its side-by-side configuration is incorrect"
};
const WINDOWS_ERROR = "[WinError ";
/** The end of a system message: its period, the file name that Python appends, or what a program wrote around it. */
const MESSAGE_END = /。|\.(?=\s|$|:|["'])|: (?=["'])|["'](?=[\],)]|$)| \(os error|$/;
/** Words of the English messages: a text that has one is English, whatever its exact wording. */
const ENGLISH_WORD = /\b(?:the|is|are|was|not|be|has|been|cannot|this|that|to|an|of|function)\b/i;
const FOREIGN_LETTER$1 = /[^\P{L}A-Za-z]/u;
/** Returns the line with the text after each `[WinError N]` in English, or `undefined` if it is so already. */
function windowsErrorsToEnglish(line) {
	const [before = "", ...rest] = line.split(WINDOWS_ERROR);
	let result = before;
	let isChanged = false;
	for (const part of rest) {
		const translated = partToEnglish(part);
		isChanged ||= translated !== void 0;
		result += WINDOWS_ERROR + (translated ?? part);
	}
	return isChanged ? result : void 0;
}
/** @param part what follows `[WinError `: `126] Das angegebene Modul wurde nicht gefunden. Error loading ...` */
function partToEnglish(part) {
	const number = /^\d{1,5}(?=\] \S)/.exec(part)?.[0];
	const english = number === void 0 ? void 0 : ENGLISH_BY_NUMBER[number];
	if (number === void 0 || english === void 0) return void 0;
	const start = number.length + 2;
	const end = start + part.slice(start).search(MESSAGE_END);
	const message = part.slice(start, end);
	if (message === "" || !FOREIGN_LETTER$1.test(message) && ENGLISH_WORD.test(message)) return void 0;
	return `${number}] ${english}${part.slice(end).replace(/^。(?=$|[:"'])/, "").replace(/^。\s*/, ". ")}`;
}

// src/diagnosis/clean/localized/may-be-localized.ts
const FOREIGN_LETTER = /[^\P{L}A-Za-z]/u;
const FOREIGN_WORD = new RegExp(`\\b(?:${FOREIGN_WORDS.join("|")})`);
/** True where a line may have a localized message; false for almost all English lines. Misses none. */
function mayBeLocalized(line) {
	return FOREIGN_LETTER.test(line) || line.includes("[WinError ") || FOREIGN_WORD.test(line);
}

// src/diagnosis/clean/localized/fold-message.ts
const SPACE = /[\s\u200b\ufeff]/;
const QUOTES$1 = "'\"`´‘’‚‛“”„‟«»‹›′″「」『』＂＇";
const FULL_WIDTH_OFFSET$1 = 65248;
/** Letters that stay as they are: most characters of most lines. */
const PLAIN$1 = /[\w\u00c0-\u1fff\u3040-\ud7ff]/;
/**
* Folds a message: drops white space, writes all quotes as `'` and full-width characters in ASCII. `致命错误： “a.h”`
* becomes `致命错误:'a.h'`.
*/
function foldMessage(original) {
	let text = "";
	const places = [];
	for (let index = 0; index < original.length; index++) {
		const character = foldCharacter(original.charAt(index));
		if (character === "") continue;
		text += character;
		places.push(index);
	}
	return {
		text,
		places
	};
}
function foldCharacter(character) {
	if (PLAIN$1.test(character)) return character;
	if (SPACE.test(character)) return "";
	if (QUOTES$1.includes(character)) return "'";
	if (character === "。") return ".";
	if (character >= "！" && character <= "～") return String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET$1);
	return character;
}

// src/diagnosis/clean/localized/message-matcher.ts
/** Length of the beginning of an anchor by which messages are looked up. */
const KEY_LENGTH = 3;
/** Maximum length of an argument, in UTF-16 units: C++ types of some hundred are common (chosen). */
const MAX_ARGUMENT_LENGTH = 1e3;
const LETTER = /\p{L}/u;
/** Finds localized messages in a line, in linear time. */
var MessageMatcher = class {
	#messages = /* @__PURE__ */ new Map();
	/**
	* @param english wording with the arguments `%1` to `%9`
	* @param localized wording of another language, with the same arguments in any order
	*/
	add(english, localized) {
		const pieces = localized.split(/%\d/).map((piece) => foldMessage(piece).text);
		const order = [...localized.matchAll(/%(\d)/g)].map(([, digit]) => Number(digit) - 1);
		const longest = Math.max(...pieces.map(({ length }) => length));
		const anchor = pieces.findIndex(({ length }) => length === longest);
		const key = (pieces[anchor] ?? "").slice(0, KEY_LENGTH);
		const messages = this.#messages.get(key) ?? [];
		messages.push({
			english,
			pieces,
			order,
			anchor
		});
		this.#messages.set(key, messages);
	}
	/** Returns the matches of a line that do not overlap, in the order of the line. */
	find(line) {
		const folded = foldMessage(line);
		const matches = [];
		for (let at = 0; at + KEY_LENGTH <= folded.text.length; at++) for (const message of this.#messages.get(folded.text.slice(at, at + KEY_LENGTH)) ?? []) {
			const spans = spansAt(message, at, folded, line);
			if (spans && !isInsideWord(spans, folded, line)) matches.push(toMatch(message, spans, folded, line));
		}
		return withoutOverlaps(matches);
	}
};
/** Finds the pieces of a message around its anchor, each as near as possible. */
function spansAt({ pieces, anchor }, at, folded, line) {
	const anchorText = pieces[anchor] ?? "";
	if (!folded.text.startsWith(anchorText, at)) return void 0;
	const spans = [[at, at + anchorText.length]];
	for (const piece of pieces.slice(0, anchor).reverse()) {
		const [[before] = [0]] = spans;
		const start = piece === "" ? startOfArgument(folded, line, before) : lastBefore(folded, piece, before);
		if (start < 0 || start >= before) return void 0;
		spans.unshift([start, start + piece.length]);
	}
	for (const piece of pieces.slice(anchor + 1)) {
		const [, after] = spans.at(-1) ?? [0, 0];
		const start = piece === "" ? folded.text.length : firstAfter(folded, piece, after);
		if (start <= after) return void 0;
		spans.push([start, start + piece.length]);
	}
	return spans;
}
function lastBefore({ text }, piece, end) {
	const from = Math.max(0, end - MAX_ARGUMENT_LENGTH);
	const found = text.slice(from, end - 1).lastIndexOf(piece);
	return found < 0 ? -1 : from + found;
}
function firstAfter({ text }, piece, start) {
	const found = text.slice(start + 1, start + 1 + MAX_ARGUMENT_LENGTH).indexOf(piece);
	return found < 0 ? -1 : start + 1 + found;
}
/** An argument at the beginning of a message goes back to the last colon that ends a prefix, or to the start of the line. */
function startOfArgument({ text, places }, line, end) {
	for (let index = end - 1; index > end - MAX_ARGUMENT_LENGTH && index > 0; index--) {
		if (text[index - 1] !== ":") continue;
		const place = places[index - 1] ?? 0;
		if (line[place] === "：" || line[place + 1] === " ") return index;
	}
	return end > MAX_ARGUMENT_LENGTH ? -1 : 0;
}
/** True where a letter precedes or follows: the words are a part of another sentence. */
function isInsideWord(spans, { places }, line) {
	const [first, last] = [spans[0], spans.at(-1)];
	if (!first || !last) return true;
	const start = places[first[0]] ?? 0;
	const end = places[last[1] - 1] ?? 0;
	const areLetters = (...at) => at.every((index) => LETTER.test(line.charAt(index)));
	return first[1] > first[0] && areLetters(start - 1, start) || last[1] > last[0] && areLetters(end, end + 1);
}
function toMatch({ english, pieces, order }, spans, { places }, line) {
	const startOf = (index) => places[index] ?? line.length;
	const endOf = (index) => index === 0 ? 0 : (places[index - 1] ?? line.length) + 1;
	const values = [];
	order.forEach((number, index) => {
		const [from, to] = [spans[index]?.[1] ?? 0, spans[index + 1]?.[0] ?? 0];
		values[number] = line.slice(endOf(from), startOf(to)).trim();
	});
	return {
		start: startOf(spans[0]?.[0] ?? 0),
		end: endOf(spans.at(-1)?.[1] ?? 0),
		english,
		values,
		weight: pieces.join("").length
	};
}
/** Keeps the matches with most text of their message; of equal ones the first. */
function withoutOverlaps(matches) {
	const kept = [];
	for (const match of matches.toSorted((left, right) => right.weight - left.weight)) if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match);
	return kept.sort((left, right) => left.start - right.start);
}

// src/diagnosis/clean/localized/msvc-kinds.ts
/** Words before the code of a message, as Visual Studio and MSBuild print them. */
const FATAL_ERROR = [
	...[
		"致命错误",
		"嚴重錯誤",
		"致命的なエラー",
		"致命的エラー",
		"심각한 오류",
		"Schwerwiegender Fehler"
	],
	...[
		"erreur irrécupérable",
		"error irrecuperable",
		"Неустранимая ошибка",
		"неустранимая ошибка"
	],
	...[
		"Фатальная ошибка",
		"erro fatal",
		"errore irreversibile",
		"błąd krytyczny"
	]
];
const ERROR = [
	"错误",
	"錯誤",
	"エラー",
	"오류",
	"Fehler",
	"erreur",
	"ошибка",
	"erro",
	"errore",
	"błąd"
];
/** A code of the compiler or the linker: `C2065`, `LNK1104`. */
const CODE = String.raw`(?=[ \u00a0]?(?:C|LNK)\d{4}\b)`;
const FATAL_ERROR_WITH_CODE = new RegExp(`(?:${FATAL_ERROR.join("|")})${CODE}`, "g");
const ERROR_WITH_CODE = new RegExp(`(?:${ERROR.join("|")})${CODE}`, "g");
/** Writes the kind before a code in English: `致命错误 C1083:` becomes `fatal error C1083:`. */
function msvcKindsToEnglish(line) {
	return line.replace(FATAL_ERROR_WITH_CODE, "fatal error").replace(ERROR_WITH_CODE, "error");
}

// src/diagnosis/clean/localized/to-english.ts
/** Longer lines are data, not messages (chosen). In UTF-16 units. */
const MAX_LINE_LENGTH$1 = 2e4;
/** Messages in arguments of messages: `cannot find %1: No such file or directory` is two deep. */
const MAX_DEPTH = 2;
let matcher;
/** Returns the line with each localized message replaced by its English wording, or `undefined` if it has none. */
function toEnglish(line) {
	if (line.length > MAX_LINE_LENGTH$1 || !mayBeLocalized(line)) return void 0;
	const ended = endedProcessToEnglish(line);
	const prepared = msvcKindsToEnglish(windowsErrorsToEnglish(ended) ?? ended);
	return translate(prepared, MAX_DEPTH) ?? (prepared === line ? void 0 : prepared);
}
function translate(line, depth) {
	matcher ??= readMessages(LOCALIZED_MESSAGES);
	const matches = matcher.find(line);
	if (matches.length === 0) return void 0;
	let result = "";
	let end = 0;
	for (const match of matches) {
		const values = match.values.map((value) => depth > 0 ? translate(value, depth - 1) ?? value : value);
		result = join(result, toAsciiPunctuation(line.slice(end, match.start)));
		const english = match.english.replace(/%(\d)/g, (_, digit) => values[Number(digit) - 1] ?? "");
		result = join(result, english, true);
		end = match.end;
	}
	return join(result, toAsciiPunctuation(line.slice(end)));
}
/** Joins two parts of a line with the space that English has and Chinese has not. */
function join(left, right, isMessage = false) {
	return (isMessage ? /[^\s(['"]$/.test(left) : /[\p{L}\d):]$/u.test(left) && (/^[\p{L}\d]/u.test(right) || /:$/.test(left)) && /^\S/.test(right)) && left !== "" && right !== "" ? `${left} ${right}` : left + right;
}
const PUNCTUATION = [
	[/[‘’‚‛“”„‟«»‹›「」『』＂＇]/g, "'"],
	[/：\s*(?=\S)/g, ": "],
	[/':(?=\w)/g, "': "],
	[/：/g, ":"],
	[/，/g, ", "],
	[/；/g, "; "],
	[/。(?=\S)/g, ". "],
	[/。/g, "."],
	[/（/g, " ("],
	[/）/g, ")"],
	[/'[ \u00a0\u202f]:/g, "':"]
];
function toAsciiPunctuation(text) {
	return PUNCTUATION.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
/** Reads the rows of `LOCALIZED_MESSAGES`. */
function readMessages(text) {
	const read = new MessageMatcher();
	const [english = "", ...languages] = text.split("\n\n");
	const wordings = english.split("\n");
	for (const language of languages) language.split("\n").forEach((row, index) => {
		for (const localized of row.split("	")) if (localized !== "-") read.add(wordings[index] ?? "", localized);
	});
	return read;
}

// src/diagnosis/clean/localized/repair-mojibake.ts
/** Encodings as which consoles and editors show the bytes of another one. */
const READ_AS = ["windows-1252", "gbk"];
/** Encodings in which localized messages are written. */
const WRITTEN_IN = [
	"utf-8",
	"gbk",
	"shift_jis",
	"big5",
	"euc-kr",
	"windows-1251"
];
/** First and last byte of the pairs of GBK, both for the lead and the trail. */
const [FIRST_LEAD, FIRST_TRAIL, LAST] = [
	129,
	64,
	254
];
const tables = /* @__PURE__ */ new Map();
/**
* Returns a line whose bytes were read in the wrong encoding as it was written: `ÕÒ²»µ½Ö¸¶¨µÄÄ£¿é` becomes
* `找不到指定的模块`. To be called before quotes are straightened.
*
* @returns `undefined` unless all of the line can be recovered and then has a localized message
*/
function repairMojibake(line) {
	if (!/[^\0-\x7f]/.test(line) || toEnglish(line) !== void 0) return void 0;
	for (const wrong of READ_AS) {
		const bytes = encode(line, wrong);
		if (!bytes) continue;
		for (const right of WRITTEN_IN) {
			const repaired = right === wrong ? void 0 : decodeStrictly(bytes, right);
			if (repaired !== void 0 && toEnglish(repaired) !== void 0) return repaired;
		}
	}
}
function decodeStrictly(bytes, encoding) {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return;
	}
}
function encode(line, encoding) {
	let table = tables.get(encoding);
	if (!table) tables.set(encoding, table = encodingTable(encoding));
	const bytes = [];
	for (const character of line) {
		const code = table.get(character);
		if (!code) return void 0;
		bytes.push(...code);
	}
	return Uint8Array.from(bytes);
}
/** Derives the bytes of each character by decoding all bytes, and for GBK all pairs. */
function encodingTable(encoding) {
	const table = /* @__PURE__ */ new Map();
	const add = (...bytes) => {
		const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
		if (text.length === 1 && text !== "�" && !table.has(text)) table.set(text, bytes);
	};
	for (let byte = 0; byte <= 255; byte++) add(byte);
	if (encoding === "windows-1252") {
		for (let byte = 128; byte < 160; byte++) table.set(String.fromCharCode(byte), [byte]);
		return table;
	}
	for (let lead = FIRST_LEAD; lead <= LAST; lead++) for (let trail = FIRST_TRAIL; trail <= LAST; trail++) add(lead, trail);
	return table;
}

// src/diagnosis/clean/localized/localization.ts
/** All localized messages, 14 KB after compression: the browser loads them only for a paste that may have some. */
const localization = {
	repairMojibake,
	toEnglish
};

// src/diagnosis/clean/bare-name.ts
/** Forms of names, and the message of a program that misses one. */
const FORMS = [
	[/^\w[\w./+-]{0,100}\.h(?:h|pp|xx)?$/i, (name) => `fatal error: ${name}: No such file or directory`],
	[/^lib[\w.+-]{1,100}\.so(?:\.[\d.]{1,20})?$/i, (name) => `${name}: cannot open shared object file: No such file or directory`],
	[/^[\w./@+-]{1,100}\.dylib$/i, (name) => `Library not loaded: ${name}`],
	[/^[\w.+-]{1,100}\.dll$/i, (name) => `The code execution cannot proceed because ${name} was not found`],
	[/^-l[\w.+-]{1,100}$/, (name) => `cannot find ${name}`],
	[/^[\w.+-]{1,60}[_-]config$/i, (name) => `${name}: command not found`],
	[/^_?Py[A-Za-z]{1,40}_\w{1,100}$/, (name) => `implicit declaration of function '${name}'`],
	[/^(?:NPY|UFUNC)_\w{1,100}$/, (name) => `error: '${name}' undeclared (first use`],
	[/^GLIBC_[\d.]{1,20}$/, (name) => `libc.so.6: version '${name}' not found`],
	[/^(?:GLIBCXX|CXXABI)_[\d.]{1,20}$/, (name) => `libstdc++.so.6: version '${name}' not found`],
	[/^0xC[0-9A-F]{7}$/i, (name) => `Process finished with exit code ${name}`]
];
/**
* Gives a paste that is nothing but a name the message that reports it as missing: `lber.h` is read as
* `fatal error: lber.h: No such file or directory`. Leaves any other paste as it is, and names that do not tell what they
* are, such as `numpy`.
*/
function readBareName(lines) {
	const [line, ...others] = lines;
	if (!line || others.length > 0) return lines;
	const [, message] = FORMS.find(([form]) => form.test(line.text)) ?? [];
	return message ? [{
		...line,
		english: message(line.text),
		isBareName: true
	}] : lines;
}

// node_modules/html-escaper/esm/index.js
/**
* Copyright (C) 2017-present by Andrea Giammarchi - @WebReflection
*
* Permission is hereby granted, free of charge, to any person obtaining a copy
* of this software and associated documentation files (the "Software"), to deal
* in the Software without restriction, including without limitation the rights
* to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
* copies of the Software, and to permit persons to whom the Software is
* furnished to do so, subject to the following conditions:
*
* The above copyright notice and this permission notice shall be included in
* all copies or substantial portions of the Software.
*
* THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
* IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
* FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
* AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
* LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
* OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
* THE SOFTWARE.
*/
const { replace } = "";
const es = /&(?:amp|#38|lt|#60|gt|#62|apos|#39|quot|#34);/g;
const unes = {
	"&amp;": "&",
	"&#38;": "&",
	"&lt;": "<",
	"&#60;": "<",
	"&gt;": ">",
	"&#62;": ">",
	"&apos;": "'",
	"&#39;": "'",
	"&quot;": "\"",
	"&#34;": "\""
};
const cape = (m) => unes[m];
/**
* Safely unescape previously escaped entities such as `&`, `<`, `>`, `"`,
* and `'`.
* @param {string} un a previously escaped string
* @returns {string} the unescaped input, and it **throws** an error if
*  the input type is unexpected, except for boolean and numbers,
*  converted as string.
*/
const unescape = (un) => replace.call(un, es, cape);

// src/domain/text/characters.ts
/**
* Characters without a glyph, as the inside of a character class for the flag `u`: controls, bidirectional marks,
* zero-width and other ignorable characters, unusual line ends, lone surrogates, noncharacters. They can make a text
* look different from what a machine reads.
*
* @see https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
*/
const INVISIBLE = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb`;
/** Tab, line feed, the joiners of emoji and Persian, and the selectors of text and emoji style are allowed. */
const HIDDEN = new RegExp(String.raw`(?![\t\n\u200c\u200d\ufe0e\ufe0f])[${INVISIBLE}]`, "u");
const ALL_HIDDEN = new RegExp(HIDDEN, "gu");
const UNPRINTABLE$1 = new RegExp(String.raw`(?![\t\n])[${INVISIBLE}]`, "gu");
/** The braille pattern without dots is a symbol that looks like a space. */
const VISIBLE = new RegExp(String.raw`(?![\u2800${INVISIBLE}])[\p{L}\p{N}\p{P}\p{S}]`, "u");

// src/diagnosis/clean/log-prefixes.ts
/**
* Text that tools put before the lines of other programs. Prefixes nest, so they are applied repeatedly: pytest's `E` in pip's box
* in the log of a CI job in the log of a container.
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
/** Maximum depth of nested prefixes. */
const MAX_ROUNDS = 6;
/** The characters with which a line that has a prefix begins; saves trying all of them. */
const MAY_HAVE_PREFIX = /^[\d[#│┃┆╎|❱×╰─>╭╮╯━ECDFJMANOSnrsw\w]/;
/** Removes the prefixes of a line and the right edge of a box. */
function stripLogPrefixes(line) {
	let rest = line.trim();
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const before = rest;
		if (!MAY_HAVE_PREFIX.test(rest)) break;
		for (const prefix of PREFIXES) rest = rest.replace(prefix, "").trimStart();
		if (rest === before) break;
	}
	return rest.replace(/[│┃╮╯]$/, "").trimEnd();
}

// src/diagnosis/clean/clean-line.ts
const ESCAPE = "\x1B";
/**
* Sequences that control a terminal: colors and cursor movements (CSI); titles, links and other strings (OSC, DCS, SOS, PM,
* APC), which end with BEL or ST; others of two characters.
*
* @see ECMA-48, 5th edition, sections 5.4 and 5.6
*/
const CONTROL_SEQUENCE = new RegExp([
	`${ESCAPE}\\[[0-9;?]*[ -/]*[@-~]`,
	`${ESCAPE}[\\]PX^_][^\u0007${ESCAPE}\u009c\\n]*(?:\u0007|${ESCAPE}\\\\|\u009c)`,
	`${ESCAPE}[ -/]*[0-~]`
].join("|"), "g");
/** A color whose escape character was lost. */
const COLOR_WITHOUT_ESCAPE = /\[(?:\d{1,3};){0,4}\d{0,3}m/g;
/** UTF-8 quotes decoded as Latin-1, Windows-1252 or GBK, or printed byte by byte. */
const BROKEN_QUOTE = /â€[\u0098\u0099\u009c\u009d˜™œ“”‘’\u02dc]?|â\u0080[\u0098\u0099\u009c\u009d]|Ã¢Â?€[^\s\w]{0,3}|<E2><80><9[89CDcd]>|\\x?[eE]2\\x?80\\x?9[89cdCD]|\\342\\200\\23[0145]|鈥[楒渃榒檚]?|\\u201[89cd]/g;
/** Full-width forms of ASCII characters, as in Chinese messages. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 65248;
/** Invisible and replacement characters. */
const UNPRINTABLE = new RegExp(String.raw`[\ufffd${INVISIBLE}]+`, "gu");
const PLAIN = /^[\t -~]*$/;
/** Cleans a line of output: removes what terminals and tools add to it, and repairs quotes. */
function cleanLine(line) {
	return stripLogPrefixes(repairCharacters(line));
}
/** Removes the sequences that color a text in a terminal or move its cursor. */
function stripTerminalSequences(text) {
	return text.includes(ESCAPE) ? text.replace(CONTROL_SEQUENCE, "") : text;
}
function repairCharacters(line) {
	let text = line;
	if (text.includes("&")) text = unescape(text.replaceAll("&#x27;", "'"));
	text = stripTerminalSequences(text);
	if (text.includes("[")) text = text.replace(COLOR_WITHOUT_ESCAPE, "");
	if (/\\(?:x?[eE]2|342|u201)|<E2>/.test(text)) text = text.replace(BROKEN_QUOTE, "'");
	if (!PLAIN.test(text)) {
		text = text.replace(BROKEN_QUOTE, "'");
		text = text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET)).replace(UNPRINTABLE, " ");
	}
	return text;
}

// src/diagnosis/clean/unescape.ts
/** A newline in a `repr()`, escaped once or more. */
const ESCAPED_NEWLINE = /\\{1,8}r?\\{0,8}n/g;
/** An escaped newline that is not the `\n` of a Windows path, where a lowercase letter follows. */
const CERTAIN_NEWLINE = /\\n(?:[^a-z]|$)/;
const WINDOWS_PATH = /[A-Za-z]:\\{1,4}[^\\\s]/;
/**
* Splits a line at escaped newlines, as in a `repr()`, in JSON or in
* `Err(PyErr { value: ImportError('\n\nIMPORTANT: ...\n') })`, and unescapes quotes. The `\n` and `\t` of a Windows path
* are kept.
*/
function unescapeLines(line) {
	if (!line.includes("\\")) return [line];
	const text = line.replace(/\\{1,8}(["'])/g, "$1").replace(/\\t(?![a-z])/g, " ");
	if (!CERTAIN_NEWLINE.test(text)) return [text];
	if (!WINDOWS_PATH.test(text)) return text.split(ESCAPED_NEWLINE);
	return text.split(/\\{1,8}n(?=[^a-z]|$)/);
}

// src/diagnosis/clean/read-paste.ts
/** Maximum length that is read, in UTF-16 units. */
const MAX_PASTE_LENGTH = 5242880;
/** Longer lines, such as minified files or base64, are split into pieces of this length. */
const MAX_LINE_LENGTH = 2e3;
const NOT_ASCII = /[\u0080-\uffff]/;
/** Maximum number of lines with an attempt to repair their encoding, which takes about 0.1 ms each (chosen). */
const MAX_REPAIRED_LINES = 200;
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
* Splits a paste into cleaned lines that are not empty. A line with escaped newlines becomes several lines of the same
* number. Runs in linear time for any input.
*
* @param localization without it, lines have no English
*/
function readPaste(paste, localization) {
	const truncated = paste.length > MAX_PASTE_LENGTH;
	const raw = (truncated ? paste.slice(0, MAX_PASTE_LENGTH) : paste).split(/\r\n|[\n\r\u2028\u2029]/);
	let repaired = 0;
	const repair = (line) => {
		if (!localization || !NOT_ASCII.test(line) || ++repaired > MAX_REPAIRED_LINES) return line;
		return localization.repairMojibake(line) ?? line;
	};
	const lines = [];
	let previous;
	for (const { number, text } of joinWrapped(raw)) {
		if (text === previous) continue;
		previous = text;
		for (const piece of pieces(text)) for (const inner of unescapeLines(piece)) {
			const cleaned = cleanLine(repair(inner));
			if (cleaned === "") continue;
			const english = localization?.toEnglish(cleaned);
			lines.push({
				number,
				text: cleaned,
				...english !== void 0 && { english }
			});
		}
	}
	return {
		lines,
		truncated
	};
}
/**
* Joins lines that a terminal may have wrapped in the middle of a word. The lines follow by themselves, since a line may
* also have this length by chance.
*/
function joinWrapped(raw) {
	const result = [];
	for (let start = 0; start < raw.length;) {
		const end = endOfWrapped(raw, start);
		const rows = raw.slice(start, end);
		if (rows.length > 1) result.push({
			number: start + 1,
			text: rows.join("")
		});
		rows.forEach((text, row) => result.push({
			number: start + row + 1,
			text
		}));
		start = end;
	}
	return result;
}
/** Returns the index after the last row of the line that begins at `start`. */
function endOfWrapped(raw, start) {
	let end = start + 1;
	let length = raw[start]?.length ?? 0;
	while (end < raw.length && length <= MAX_LINE_LENGTH && isWrapped(raw[end - 1], raw[end])) {
		length += raw[end]?.length ?? 0;
		end += 1;
	}
	return end;
}
function isWrapped(row = "", next = "") {
	return TERMINAL_WIDTHS.has(row.length) && /\w$/.test(row) && /^\w/.test(next);
}
function pieces(line) {
	if (line.length <= MAX_LINE_LENGTH) return [line];
	const found = [];
	for (let start = 0; start < line.length;) {
		const piece = line.slice(start, start + MAX_LINE_LENGTH);
		const space = piece.lastIndexOf(" ");
		const end = start + MAX_LINE_LENGTH >= line.length || space < MAX_LINE_LENGTH / 2 ? piece.length : space;
		found.push(piece.slice(0, end));
		start += end;
	}
	return found;
}

// src/diagnosis/match/normalize.ts
const WORD$1 = /[a-z0-9_]/;
/** Quotes of programs, languages and terminals. */
const QUOTES = /["`‘’‚‛“”„‟′″´«»「」『』]/g;
/**
* Normalizes a cleaned text for comparison: lowercase, one kind of quote, and spaces only between words, so that
* `foo( x )` equals `foo(x)`.
*/
function normalize(text) {
	return text.toLowerCase().replace(QUOTES, "'").replace(/\s+/g, " ").replace(/ (?=[^a-z0-9_ ])|(?<=[^a-z0-9_ ]) /g, "").trim();
}
/** Returns the text of a line that is compared: normalized, and in English if it is localized. */
function comparedText({ text, english }) {
	return normalize(english ?? text);
}
/** Joins two normalized texts as if they had been one line. */
function joinTexts(first, second) {
	return isWordAt(first, first.length - 1) && isWordAt(second, 0) ? `${first} ${second}` : first + second;
}
/** True if the character at an index is part of an ASCII word: a letter, a digit or `_`. */
function isWordAt(text, index) {
	return WORD$1.test(text.charAt(index));
}
const WORDS = /[a-z_][a-z0-9_]*|\d+/g;
/** Returns the words and numbers of a normalized text, in order. */
function wordsOf(text) {
	return text.match(WORDS) ?? [];
}

// src/diagnosis/match/pattern.ts
const PLACEHOLDER$1 = /<([A-Za-z][\w -]{0,38})>/;
/** Placeholders that stand for one number, version or address; all others stand for any text. */
const NUMBERS = new Set("n m a b number line col column pid offset count version addr address hex".split(" "));
/** Compiles a line of an article, in which each `<placeholder>` stands for a part that varies. */
function compilePattern(text) {
	const parts = cleanLine(text).split(PLACEHOLDER$1);
	const blocks = [];
	let literals = [];
	let before = "";
	const endBlock = (placeholder) => {
		if (literals.length > 0) blocks.push({
			literals,
			before
		});
		literals = [];
		before = placeholder;
	};
	parts.forEach((part, index) => {
		if (index % 2 === 0) {
			const isLast = index === parts.length - 1;
			const literal = toLiteral(part, index === 0, isLast);
			if (literal.text !== "" || literals.length > 0 && !isLast) literals.push(literal);
		} else if (/^\w/.test(parts[index + 1] ?? "") || !NUMBERS.has(part.toLowerCase())) endBlock(part);
	});
	const after = literals.length === 0 ? before : "";
	endBlock("");
	return {
		text,
		blocks,
		after,
		words: blocks.flatMap((block) => block.literals.flatMap(wordsOfLiteral))
	};
}
/** A space beside a placeholder shows that the word next to it is complete. */
function toLiteral(part, isFirst, isLast) {
	const text = normalize(part);
	return {
		text,
		startsWord: isWordAt(text, 0) && (isFirst || /^\s/.test(part)),
		endsWord: isWordAt(text, text.length - 1) && (isLast || /\s$/.test(part))
	};
}
function wordsOfLiteral({ text, startsWord, endsWord }) {
	const words = wordsOf(text);
	return words.map((word, index) => ({
		text: word,
		isComplete: (index > 0 || startsWord || !isWordAt(text, 0)) && (index < words.length - 1 || endsWord || !isWordAt(text, text.length - 1))
	}));
}
/** True if a normalized text contains a pattern. Takes time proportional to the product of their lengths at most. */
function containsPattern(text, { blocks }) {
	let end = 0;
	for (const block of blocks) {
		const found = findBlock(block, text, end);
		if (!found) return false;
		end = found.end;
	}
	return blocks.length > 0;
}
/** True if every line with a pattern also has another one. */
function impliesPattern({ text }, other) {
	const example = cleanLine(text).split(PLACEHOLDER$1);
	return containsPattern(normalize(example.map((part, index) => index % 2 === 0 ? part : "1").join("")), other);
}
/** Finds the first occurrence of a block at an index or after it. */
function findBlock({ literals }, text, from) {
	const first = literals[0]?.text ?? "";
	for (let start = text.indexOf(first, from); start >= 0; start = text.indexOf(first, start + 1)) {
		const end = matchLiterals(literals, text, start);
		if (end >= 0) return {
			start,
			end
		};
	}
}
/** A number, version or address, with the space around it. */
const NUMBER = / ?-?[\w+]+(?:\.[\w+]+)* ?/y;
/** Returns the end of the literals of a block that begins at an index, or -1. */
function matchLiterals(literals, text, start) {
	let end = matchLiteral(literals[0], text, start);
	for (const literal of literals.slice(1)) {
		if (end < 0) return -1;
		end = matchAfterNumber(literal, text, end);
	}
	return end;
}
/** Returns the end of a literal that follows a number at an index, or -1. */
function matchAfterNumber(literal, text, start) {
	NUMBER.lastIndex = start;
	if (!NUMBER.test(text)) return -1;
	for (let at = NUMBER.lastIndex; at > start; at = text.lastIndexOf(".", at - 1)) {
		const end = matchLiteral(literal, text, at);
		if (end >= 0) return end;
	}
	return -1;
}
/** Returns the end of a literal that begins at an index, or -1. */
function matchLiteral(literal, text, start) {
	if (!literal || !text.startsWith(literal.text, start)) return -1;
	if (literal.startsWord && start > 0 && isWordAt(text, start - 1)) return -1;
	const end = start + literal.text.length;
	return literal.endsWord && isWordAt(text, end) ? -1 : end;
}

// node_modules/@renovatebot/pep440/lib/version.js
const VERSION_PATTERN = [
	"v?",
	"(?:",
	"(?:(?<epoch>[0-9]+)!)?",
	"(?<release>[0-9]+(?:\\.[0-9]+)*)",
	"(?<pre>",
	"[-_\\.]?",
	"(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))",
	"[-_\\.]?",
	"(?<pre_n>[0-9]+)?",
	")?",
	"(?<post>",
	"(?:-(?<post_n1>[0-9]+))",
	"|",
	"(?:",
	"[-_\\.]?",
	"(?<post_l>post|rev|r)",
	"[-_\\.]?",
	"(?<post_n2>[0-9]+)?",
	")",
	")?",
	"(?<dev>",
	"[-_\\.]?",
	"(?<dev_l>dev)",
	"[-_\\.]?",
	"(?<dev_n>[0-9]+)?",
	")?",
	")",
	"(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"
].join("");
const validRegex = new RegExp("^" + VERSION_PATTERN + "$", "i");
function valid(version) {
	return validRegex.test(version) ? version : null;
}
const cleanRegex = new RegExp("^\\s*" + VERSION_PATTERN + "\\s*$", "i");
function clean(version) {
	return stringify(parse$2(version, cleanRegex));
}
function parse$2(version, regex) {
	const { groups } = (regex || validRegex).exec(version) || {};
	if (!groups) return null;
	return {
		epoch: Number(groups.epoch ? groups.epoch : 0),
		release: groups.release.split(".").map(Number),
		pre: normalize_letter_version(groups.pre_l, groups.pre_n),
		post: normalize_letter_version(groups.post_l, groups.post_n1 || groups.post_n2),
		dev: normalize_letter_version(groups.dev_l, groups.dev_n),
		local: parse_local_version(groups.local)
	};
}
function stringify(parsed) {
	if (!parsed) return null;
	const { epoch, release, pre, post, dev, local } = parsed;
	const parts = [];
	if (epoch !== 0) parts.push(`${epoch}!`);
	parts.push(release.join("."));
	if (pre) parts.push(pre.join(""));
	if (post) parts.push("." + post.join(""));
	if (dev) parts.push("." + dev.join(""));
	if (local) parts.push(`+${local}`);
	return parts.join("");
}
function normalize_letter_version(letterIn, numberIn) {
	let letter = letterIn;
	let number = numberIn;
	if (letter) {
		if (!number) number = 0;
		letter = letter.toLowerCase();
		if (letter === "alpha") letter = "a";
		else if (letter === "beta") letter = "b";
		else if ([
			"c",
			"pre",
			"preview"
		].includes(letter)) letter = "rc";
		else if (["rev", "r"].includes(letter)) letter = "post";
		return [letter, Number(number)];
	}
	if (!letter && number) {
		letter = "post";
		return [letter, Number(number)];
	}
	return null;
}
function parse_local_version(local) {
	if (local) return local.split(/[._-]/).map((part) => Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part));
	return null;
}
function explain(version) {
	const parsed = parse$2(version);
	if (!parsed) return parsed;
	const { epoch, release, pre, post, dev, local } = parsed;
	let base_version = "";
	if (epoch !== 0) base_version += epoch + "!";
	base_version += release.join(".");
	const is_prerelease = Boolean(dev || pre);
	const is_devrelease = Boolean(dev);
	const is_postrelease = Boolean(post);
	return {
		epoch,
		release,
		pre,
		post: post ? post[1] : post,
		dev: dev ? dev[1] : dev,
		local: local ? local.join(".") : local,
		public: stringify(parsed).split("+", 1)[0],
		base_version,
		is_prerelease,
		is_devrelease,
		is_postrelease
	};
}

// node_modules/@renovatebot/pep440/lib/operator.js
function compare(version, other) {
	const parsedVersion = parse$2(version);
	const parsedOther = parse$2(other);
	return pyCompare(calculateKey(parsedVersion), calculateKey(parsedOther));
}
function pyCompare(elemIn, otherIn) {
	let elem = elemIn;
	let other = otherIn;
	if (elem === other) return 0;
	if (Array.isArray(elem) !== Array.isArray(other)) {
		elem = Array.isArray(elem) ? elem : [elem];
		other = Array.isArray(other) ? other : [other];
	}
	if (Array.isArray(elem)) {
		const len = Math.min(elem.length, other.length);
		for (let i = 0; i < len; i += 1) {
			const res = pyCompare(elem[i], other[i]);
			if (res !== 0) return res;
		}
		return elem.length - other.length;
	}
	if (elem === -Infinity || other === Infinity) return -1;
	if (elem === Infinity || other === -Infinity) return 1;
	return elem < other ? -1 : 1;
}
function calculateKey(input) {
	const { epoch } = input;
	let { release, pre, post, local, dev } = input;
	release = release.concat();
	release.reverse();
	while (release.length && release[0] === 0) release.shift();
	release.reverse();
	if (!pre && !post && dev) pre = -Infinity;
	else if (!pre) pre = Infinity;
	if (!post) post = -Infinity;
	if (!dev) dev = Infinity;
	if (!local) local = -Infinity;
	else local = local.map((i) => Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ""]);
	return [
		epoch,
		release,
		pre,
		post,
		dev,
		local
	];
}

// src/domain/versions/python-series.ts
const OLDEST_MINOR = 8;
/** Minor releases whose free-threaded build has a separate name in the facets. */
const FREE_THREADED_MINORS = [13, 14];
/** The supported series, oldest first: `3.8` ... `3.15`. */
const pythonSeries = Array.from({ length: 8 }, (_, i) => `3.${OLDEST_MINOR + i}`);
/** The supported interpreters, each free-threaded build after its series: `3.13`, `3.13t`, `3.14`, `3.14t`. */
const pythonVersions = pythonSeries.flatMap((series) => FREE_THREADED_MINORS.includes(minorOf(series)) ? [series, `${series}t`] : [series]);
function minorOf(series) {
	return Number(series.split(".")[1]);
}

// src/diagnosis/decide/contradicts.ts
/** True if a fault does not occur on the platform, Python version or build that the paste reveals. */
function contradicts(article, { platform, python, build }) {
	const series = python?.split(".").slice(0, 2).join(".") ?? "";
	return isExcluded(article.platforms, platforms, platform) || isExcluded(article.builds, builds, build) || isExcluded(article.pythons, pythonVersions, series) && isExcluded(article.pythons, pythonVersions, `${series}t`);
}
/** A value that is not in the list excludes nothing. */
function isExcluded(mask, values, value) {
	const bit = value === void 0 ? -1 : values.indexOf(value);
	return bit >= 0 && Math.floor(mask / 2 ** bit) % 2 === 0;
}

// src/diagnosis/decide/rank-articles.ts
/**
* Ranks the articles whose signatures were found: complete signatures first; general articles and those with a lookup last;
* in a chain of exceptions the first cause; among general articles the first line; then the signature with more weight.
* Between articles that claim the same line equally, the environment decides, then what was found in other lines.
*
* @param matches that count, see `Finding`
* @param depths of the lines, see `chainDepths`
*/
function rankArticles(matches, depths, environment) {
	const claims = claimsByArticle(matches, depths, environment);
	const candidates = claims.flatMap((own) => own.slice(0, 1)).sort((a, b) => compareClaims(a, b) || compareEvidence(a, b));
	const [first] = candidates;
	if (!first) return {
		leading: [],
		others: []
	};
	const equals = claims.flatMap((own) => own.find((claim) => isEqualClaim(first, claim)) ?? []).sort(compareEvidence);
	const [best = first] = equals;
	const leading = equals.filter((other) => compareEvidence(best, other) === 0);
	const ranked = new Set(equals.map(({ article }) => article));
	const others = [...equals.slice(leading.length), ...candidates.filter(({ article }) => !ranked.has(article))];
	return {
		leading,
		others: best.isComplete && !best.article.general ? others.filter(({ article }) => !article.general) : others
	};
}
/** Returns what each article claims by its signatures, the strongest first. */
function claimsByArticle(matches, depths, environment) {
	const byArticle = /* @__PURE__ */ new Map();
	for (const match of matches) {
		const own = byArticle.get(match.signature.article) ?? [];
		own.push(match);
		byArticle.set(match.signature.article, own);
	}
	return Array.from(byArticle, ([article, own]) => {
		const isContradicted = contradicts(article, environment);
		return own.filter(({ signature }) => !signature.isSupporting).map((match) => ({
			article,
			match,
			isComplete: match.share === 1,
			chainDepth: depths[match.line] ?? 0,
			support: own.filter(({ line }) => line !== match.line).reduce((sum, other) => sum + weightOf(other), 0),
			isContradicted
		})).sort(compareClaims);
	});
}
/** Compares by the matches alone; 0 for articles that share a signature. */
function compareClaims(a, b) {
	return Number(b.isComplete) - Number(a.isComplete) || Number(isBroad(a)) - Number(isBroad(b)) || a.chainDepth - b.chainDepth || (isBroad(a) ? a.match.line - b.match.line : 0) || weightOf(b.match) - weightOf(a.match);
}
/** Compares by the rest of the paste. */
function compareEvidence(a, b) {
	return Number(a.isContradicted) - Number(b.isContradicted) || b.support - a.support;
}
/**
* True if an article claims a line as much as the first one does. Of two signatures in one line, the heavier one is more
* specific only if every line that has it also has the other; otherwise they name different parts of the line.
*/
function isEqualClaim(first, other) {
	if (compareClaims(first, other) === 0) return true;
	return first.isComplete && other.isComplete && isBroad(first) === isBroad(other) && first.match.line === other.match.line && !impliesPattern(first.match.signature.pattern, other.match.signature.pattern);
}
const isBroad = ({ article }) => article.lookup !== void 0 || article.general === true;
const weightOf = ({ signature, share }) => signature.total * share;

// src/domain/facts/compare-ids.ts
/** Orders ids by number: KF-9999 comes before KF-10000. */
function compareIds(a, b) {
	return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

// src/diagnosis/match/capture-name.ts
/** Longest name, in characters: a mangled C++ symbol. */
const MAX_LENGTH$1 = 200;
/** Characters of the names of files, symbols, packages and versions. */
const NAME_CHARACTER$1 = /[\w.+@~$/\\-]/;
/** Between two literals, a name may contain a colon: `std::vector`, `C:\x.dll`. */
const ONLY_NAME = /^[\w.+@~$:/\\-]+$/;
/** Quotes, spaces and brackets around a name that the signature does not have. */
const AROUND = /* @__PURE__ */ new Set(" '()<>");
/**
* Returns the name in the place of a placeholder, of a text with a signature; `undefined` if something else is there.
* Between two literals it is all that is there; at an end of the signature, the word next to the literal.
*
* @param text normalized
*/
function captureName(text, { blocks, after }, placeholder) {
	let end = 0;
	let captured;
	for (const [index, block] of blocks.entries()) {
		const found = findBlock(block, text, end);
		if (!found) return void 0;
		if (block.before === placeholder) {
			const between = text.slice(end, found.start);
			captured = index === 0 ? lastName(between) : onlyName(between);
		}
		end = found.end;
	}
	return after === placeholder ? firstName(text.slice(end)) : captured;
}
function onlyName(text) {
	const name = text.slice(skip(text, 0, 1), skip(text, text.length - 1, -1) + 1);
	return name.length <= MAX_LENGTH$1 && ONLY_NAME.test(name) ? name : void 0;
}
function lastName(text) {
	const last = skip(text, text.length - 1, -1);
	let first = last;
	while (last - first < MAX_LENGTH$1 && NAME_CHARACTER$1.test(text.charAt(first))) first -= 1;
	return first === last ? void 0 : text.slice(first + 1, last + 1);
}
function firstName(text) {
	const first = skip(text, 0, 1);
	let end = first;
	while (end - first < MAX_LENGTH$1 && NAME_CHARACTER$1.test(text.charAt(end))) end += 1;
	while (end > first && text.charAt(end - 1) === ".") end -= 1;
	return end === first ? void 0 : text.slice(first, end);
}
/** Returns the index of the first character from an index on, in one direction, that does not surround a name. */
function skip(text, from, step) {
	let at = from;
	while (AROUND.has(text.charAt(at))) at += step;
	return at;
}
/** Returns a captured name as the program printed it: names are compared in lowercase. */
function asPrinted(name, line) {
	const start = line.toLowerCase().indexOf(name);
	const printed = line.slice(start, start + name.length);
	return printed.toLowerCase() === name ? printed : name;
}

// src/diagnosis/decide/resolve-names.ts
/** Returns the names that matches have, each once. */
function namesIn(matches, lines) {
	const names = matches.flatMap((match) => nameOf(match, lines) ?? []);
	return [...new Map(names.map((one) => [`${one.table} ${one.key} ${one.name}`, one])).values()];
}
/** Finds the names of matches in their tables: only a name that a table has makes a claim. */
function resolveNames(matches, lines, findRow) {
	const rows = /* @__PURE__ */ new Map();
	const unknown = /* @__PURE__ */ new Map();
	const known = [];
	const ordered = [...matches].sort((a, b) => a.line - b.line || compareIds(a.signature.article.id, b.signature.article.id));
	for (const match of ordered) {
		const wanted = nameOf(match, lines);
		const { article } = match.signature;
		if (!wanted) {
			known.push(match);
			continue;
		}
		const row = findRow(wanted);
		const chosen = rows.get(article);
		if (row && (!chosen || chosen.name === row.name)) {
			rows.set(article, row);
			known.push(match);
		} else if (!row && !unknown.has(article)) {
			const { id, slug } = article;
			unknown.set(article, {
				...wanted,
				id,
				slug,
				line: lines[match.line]?.number ?? 0
			});
		}
	}
	return {
		matches: known,
		rows,
		unknown: [...unknown].flatMap(([article, name]) => rows.has(article) ? [] : [name])
	};
}
function nameOf({ name, line, signature: { article } }, lines) {
	if (name === void 0 || !article.lookup) return void 0;
	const { table, key } = article.lookup;
	const printed = [
		line,
		line - 1,
		line + 1
	].map((index) => lines[index]?.text ?? "").join(" ");
	return {
		table,
		key,
		name: asPrinted(name, printed)
	};
}

// src/diagnosis/index/word-weights.ts
/** Weights are stored in steps of 1/`STEPS` bit as one base-36 digit; the highest is the one of a word in 1 of 3,000 lines. */
const STEPS = 3;
const RADIX = 36;
const compiled = /* @__PURE__ */ new WeakMap();
/** Compiles the lines of the signatures of an article, once: to build an index and to open it takes the same patterns. */
function compileSignatures(signatures) {
	const known = compiled.get(signatures);
	if (known) return known;
	const patterns = signatures.map((declared) => ({
		declared,
		pattern: compilePattern(signatureLine(declared))
	}));
	compiled.set(signatures, patterns);
	return patterns;
}
/** Reads what `encodeWeights` wrote for the same signatures. */
function decodeWeights(words, digits) {
	return new Map([...new Set(words.flat())].map((word, index) => [word, parseInt(digits.charAt(index) || "0", RADIX) / STEPS]));
}

// src/diagnosis/index/open-index.ts
const opened = /* @__PURE__ */ new WeakMap();
/**
* Compiles an index, once.
*
* @throws {Error} if it has another version than `INDEX_VERSION`
*/
function openIndex(index) {
	const known = opened.get(index);
	if (known) return known;
	if (index.version !== 4) throw new Error(`The index has version ${index.version}; expected ${4}`);
	const compiled = compile(index);
	opened.set(index, compiled);
	return compiled;
}
function compile(index) {
	const signatures = index.articles.flatMap((article) => compileSignatures(article.signatures).map(({ declared, pattern }) => {
		const { role, ...conditions } = toConditional(declared);
		return {
			article,
			declared,
			pattern,
			isSupporting: role === "supporting",
			placeholder: role === "supporting" ? void 0 : article.lookup?.key,
			with: (conditions.with ?? []).map(compilePattern),
			unless: (conditions.unless ?? []).map(compilePattern)
		};
	}));
	const words = signatures.map(({ pattern }) => pattern.words.map(({ text }) => text));
	const weightOf = decodeWeights(words, index.weights);
	const byAnchor = /* @__PURE__ */ new Map();
	for (const signature of signatures) {
		const weights = signature.pattern.words.map(({ text }) => weightOf.get(text) ?? 0);
		const anchor = anchorOf(signature.pattern, weights);
		if (anchor === void 0) continue;
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		const anchored = byAnchor.get(anchor);
		const open = {
			...signature,
			weights,
			total
		};
		if (anchored) anchored.push(open);
		else byAnchor.set(anchor, [open]);
	}
	return {
		byAnchor,
		packages: new Set(index.packages)
	};
}
/** Returns the heaviest complete word, the first of equally heavy ones; `undefined` if there is no complete word. */
function anchorOf({ words }, weights) {
	let anchor;
	let heaviest = -1;
	words.forEach(({ text, isComplete }, index) => {
		const weight = weights[index] ?? 0;
		if (!isComplete || weight <= heaviest) return;
		anchor = text;
		heaviest = weight;
	});
	return anchor;
}

// src/diagnosis/match/conditions.ts
/**
* Number of lines before and after a signature in which its conditions are looked for: a long traceback. In the rest of a
* log, any line may be there by chance.
*/
const NEIGHBORS = 50;
/** Returns a check of conditions among these lines. */
function conditionsHold(lines) {
	let texts;
	return (signature, line) => {
		if (signature.with.length === 0 && signature.unless.length === 0) return true;
		texts ??= lines.map(comparedText);
		const near = line === void 0 ? texts : texts.slice(Math.max(0, line - NEIGHBORS), line + NEIGHBORS + 1);
		const isPrinted = (pattern) => near.some((text) => containsPattern(text, pattern));
		return signature.with.every(isPrinted) && !signature.unless.some(isPrinted);
	};
}

// src/domain/text/traceback.ts
/** First line of a Python traceback; `| ` and `+ ` precede it within an exception group. */
const TRACEBACK_START = /^(?:[|+] *)?Traceback \(most recent call last\)/;

// src/diagnosis/match/exception-chains.ts
/** The lines that Python prints between an exception and the one that was raised because of it. */
const CHAINED = /^(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):?$/;
/** Returns for each line how many exceptions of the same chain were printed above it: 0 at the first cause. */
function chainDepths(lines) {
	let depth = 0;
	let isChained = false;
	return lines.map(({ text }) => {
		if (CHAINED.test(text)) isChained = true;
		else if (TRACEBACK_START.test(text)) {
			depth = isChained ? depth + 1 : 0;
			isChained = false;
		}
		return depth;
	});
}

// src/diagnosis/match/common-words.ts
/**
* Returns the weight of the words of a pattern that a text has in the same order: the heaviest common subsequence. Takes
* time and space proportional to the product of the two lengths and to the length of the text.
*
* @see D. S. Hirschberg, "A linear space algorithm for computing maximal common subsequences", 1975
*/
function commonWeight(words, weights, text) {
	let row = new Float64Array(text.length + 1);
	words.forEach((word, index) => {
		const next = new Float64Array(text.length + 1);
		const weight = weights[index] ?? 0;
		text.forEach((other, column) => {
			const matched = isSameWord(word, other) ? (row[column] ?? 0) + weight : 0;
			next[column + 1] = Math.max(next[column] ?? 0, row[column + 1] ?? 0, matched);
		});
		row = next;
	});
	return row[text.length] ?? 0;
}
function isSameWord({ text, isComplete }, other) {
	return isComplete ? other === text : other.includes(text);
}

// src/diagnosis/match/find-matches.ts
/** Maximum number of names found for one signature. A build that lacks more of them stops earlier. Chosen. */
const MAX_NAMES = 20;
/** Lines of tests that a build makes to see what a system has. The build goes on without what they lack. */
const CONFIGURE_CHECK = /conftest|configtest|cmakescratch|cmaketmp|trycompile|meson-private|testfile\./;
/**
* Minimum share of a signature's weight: the tenth that may differ is what releases and compilers vary. With 0.8 more
* errors that the library does not know are answered than known ones gained (measured on 2026-11-30).
*/
const MIN_SHARE = .9;
/** The highest share of a signature that is not complete. */
const INCOMPLETE = .99;
/**
* Maximum number of steps: pairs of words that are compared. A log of a megabyte takes less than a million. Only a text made
* of the words of many long signatures reaches the limit, after about 0.1 s; the rest of it is not compared.
*/
const MAX_STEPS = 8e6;
/** Mean length of a word with what follows it, to estimate the number of words in a text. */
const WORD_LENGTH = 5;
/**
* Finds each signature's first complete occurrence, or else its best incomplete one, in a line or across two. Of a
* signature with a lookup, it finds the first complete occurrence with each name.
*
* @param holds whether the conditions of a signature hold at a line; all do if left out
*/
function findMatches(lines, index, holds = () => true) {
	const found = new FoundMatches(holds);
	const texts = lines.map(comparedText);
	const seen = /* @__PURE__ */ new Set();
	let steps = 0;
	texts.forEach((text, line) => {
		if (steps > MAX_STEPS || seen.has(text)) return;
		seen.add(text);
		const anchored = signaturesAnchoredIn(text, index);
		if (anchored.size === 0) return;
		const around = [
			texts[line - 1],
			text,
			texts[line + 1]
		].join(" ");
		const words = (around.length + text.length) / WORD_LENGTH;
		const windows = once(() => windowsAround(texts, line));
		for (const signature of anchored) {
			steps += signature.pattern.words.length;
			if (steps > MAX_STEPS) return;
			if (found.hasBest(signature) || !mayHave(around, signature)) continue;
			steps += signature.pattern.words.length * words;
			if (!found.add(signature, windows(), line)) seen.delete(text);
		}
	});
	return found.all();
}
/** The best match of each signature so far. */
var FoundMatches = class {
	#holds;
	#matches = /* @__PURE__ */ new Map();
	/** Matches of signatures with a lookup, by name. */
	#named = /* @__PURE__ */ new Map();
	constructor(holds) {
		this.#holds = holds;
	}
	/** True if no other line can have a better match. */
	hasBest(signature) {
		return signature.placeholder === void 0 ? this.#matches.get(signature)?.share === 1 : this.#named.get(signature)?.size === MAX_NAMES;
	}
	/** Adds the match of a signature in one of the texts, if it has one that is better. Returns false if only its conditions fail. */
	add(signature, windows, line) {
		if (signature.placeholder !== void 0) return this.#addNamed(signature, windows, line);
		const share = shareIn(windows, signature);
		const best = this.#matches.get(signature)?.share ?? 0;
		if (share < MIN_SHARE || share <= best) return true;
		if (!this.#holds(signature, line)) return false;
		this.#matches.set(signature, {
			signature,
			share,
			line
		});
		return true;
	}
	#addNamed(signature, windows, line) {
		const names = this.#named.get(signature) ?? /* @__PURE__ */ new Map();
		this.#named.set(signature, names);
		const name = nameIn(windows, signature);
		if (name === void 0 || names.has(name)) return true;
		if (!this.#holds(signature, line)) return false;
		names.set(name, {
			signature,
			share: 1,
			line,
			name
		});
		return true;
	}
	all() {
		return [...this.#matches.values(), ...[...this.#named.values()].flatMap((own) => [...own.values()])];
	}
};
/** Returns a function that computes a value when it is first called. */
function once(compute) {
	let value;
	return () => value ??= compute();
}
function signaturesAnchoredIn(text, { byAnchor }) {
	const anchored = /* @__PURE__ */ new Set();
	for (const word of wordsOf(text)) for (const signature of byAnchor.get(word) ?? []) anchored.add(signature);
	return anchored;
}
/** False if the weight of the words that a text lacks rules out `MIN_SHARE`, whatever the order of the others. */
function mayHave(text, { pattern, weights, total }) {
	let missing = 0;
	return pattern.words.every((word, index) => {
		if (!text.includes(word.text)) missing += weights[index] ?? 0;
		return missing <= .09999999999999998 * total;
	});
}
/** The line alone, and with each of its neighbors, since messages are wrapped; each text once. */
function windowsAround(texts, line) {
	const [before = "", text = "", after = ""] = [
		texts[line - 1],
		texts[line],
		texts[line + 1]
	];
	const windows = /* @__PURE__ */ new Set([
		text,
		joinTexts(before, text),
		joinTexts(text, after)
	]);
	return Array.from(windows, (window) => ({
		text: window,
		words: wordsOf(window)
	}));
}
/** Returns the name in the first text with a signature; `undefined` if none has it, or no name. */
function nameIn(windows, signature) {
	const { pattern, placeholder = "" } = signature;
	for (const { text } of windows) {
		const name = CONFIGURE_CHECK.test(text) ? void 0 : captureName(text, pattern, placeholder);
		if (name !== void 0) return name;
	}
}
/** Returns the highest share of a signature in one of the texts. */
function shareIn(windows, { pattern, weights, total }) {
	if (windows.some(({ text }) => containsPattern(text, pattern))) return 1;
	const shares = windows.map(({ words }) => commonWeight(pattern.words, weights, words) / total);
	return Math.min(Math.max(...shares), INCOMPLETE);
}

// src/domain/versions/package-name.ts
/**
* Normalizes the name of a Python package.
*
* @see https://peps.python.org/pep-0503/#normalized-names
*/
function normalizeName(name) {
	return name.toLowerCase().replace(/[-_.]{1,60}/g, "-");
}

// src/diagnosis/match/names-package.ts
const NAME_CHARACTER = /[a-z0-9-]/;
/** True if a line contains the name of a Python package as a word, in any of its spellings. */
function namesPackage(line, name) {
	const text = normalizeName(line);
	const wanted = normalizeName(name);
	for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) if (!NAME_CHARACTER.test(text.charAt(at - 1)) && isWordEnd(text, at + wanted.length)) return true;
	return false;
}
/** A version may follow a name: `psycopg2-2.9.9.tar.gz`. */
const isWordEnd = (text, at) => !NAME_CHARACTER.test(text.charAt(at)) || /^-\d/.test(text.slice(at, at + 2));

// src/domain/environment/read-system.ts
/**
* Parts of lines that programs print on a system, by its package manager. The first that a line has decides, so Alpine,
* whose lines may also name a compiler of Debian's form, comes before Debian.
*/
const SIGNS = [
	["alpine", /\bapk (?:add|--)|linux-musl|musllinux|\balpine\b/i],
	["debian", /\bapt(?:-get)? (?:-\w+ )?install\b|\/(?:lib|include)\/(?:x86_64|aarch64|arm)-linux-gnu|linux-gnu(?:eabihf)?-(?:gcc|g\+\+)|dist-packages|\b(?:debian|ubuntu|raspbian)\b/i],
	["fedora", /\b(?:dnf|yum|microdnf) (?:-y )?install\b|-redhat-linux|\bRed Hat \d|\.(?:el\d|fc\d\d|amzn\d)\b|\b(?:fedora|centos|rocky linux|almalinux|amazon linux)\b/i],
	["arch", /\bpacman -S|\b(?:arch|manjaro) ?linux\b/i],
	["homebrew", /\bbrew install\b|\/opt\/homebrew\/|\/usr\/local\/(?:Cellar|opt)\/|macosx[-_]\d|\bXcode\b/],
	["windows", /\bMicrosoft Visual (?:C\+\+|Studio)|\bwin_amd64\b|\bwin32\b|[A-Z]:\\(?:Users|Program|Windows|hostedtoolcache)/]
];
/** Returns the package manager of the system that printed most of the telling lines; `undefined` if none tells. */
function readSystem(texts) {
	const counts = /* @__PURE__ */ new Map();
	for (const text of texts) {
		const sign = SIGNS.find(([, pattern]) => pattern.test(text));
		if (sign) counts.set(sign[0], (counts.get(sign[0]) ?? 0) + 1);
	}
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

// src/domain/environment/read-machine.ts
/** Weighted votes for a value, since one log may name several: pip's own Python, a wheel for another machine. */
var Votes = class {
	#votes = /* @__PURE__ */ new Map();
	add(value, weight) {
		this.#votes.set(value, (this.#votes.get(value) ?? 0) + weight);
	}
	/** Returns the value with the most votes; the first one of several with equally many. */
	winner() {
		let best;
		for (const vote of this.#votes) if (!best || vote[1] > best[1]) best = vote;
		return best?.[0];
	}
};
/** Groups 1 and 2 of the patterns below. */
const RELEASE = String.raw`([23]\.\d{1,2}(?:\.\d{1,2}(?:(?:a|b|rc)\d{1,2})?)?)(t?)\b`;
/** Where the version of Python is. Group 1 is the version (`3.13`, `3.13.4`, `313`), group 2 the `t` or `d` of the build. */
const PYTHON = [
	{
		pattern: new RegExp(String.raw`(?:^|\b(?:got|found|have|running|using|detected) (?:an? |the )?)c?python ${RELEASE}`, "gi"),
		weight: 4
	},
	{
		pattern: new RegExp(String.raw`\bpython(?: interpreter)?(?: version)? {0,3}(?:version|[:=(]{1,2}) {0,3}v?${RELEASE}`, "gi"),
		weight: 4
	},
	{
		pattern: new RegExp(String.raw`\bpython v?${RELEASE}`, "gi"),
		weight: 1
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
/** Skips most lines before the patterns above run. */
const MAY_NAME_PYTHON = /python|cp3|Versions/i;
const FREE_THREADED = /free-thread(?:ed|ing) build/i;
/** `sys.version` in full, from the date of the build to the compiler. Group 1 is the minor version. */
const FULL_VERSION = /^Python 3\.(\d{1,2})\.\d.{0,200}\) \[(?:GCC|Clang|MSC) /;
const BUILD_WEIGHT = 3;
const PLATFORMS = [
	{
		pattern: /^Linux-\d|^platform linux -- /,
		platform: "linux",
		weight: 3
	},
	{
		pattern: /^(?:macOS|Darwin)-\d/,
		platform: "macos",
		weight: 3
	},
	{
		pattern: /^Windows-\d|\[MSC v\./,
		platform: "windows",
		weight: 3
	},
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
/** Reads Python, build and platform out of the lines of any text: banners, paths, file names, messages of tools. */
function readMachine(lines) {
	const series = new Votes();
	const builds = new Votes();
	const platforms = new Votes();
	/** The last release mentioned of each series. */
	const releases = /* @__PURE__ */ new Map();
	for (const line of lines) {
		for (const { version, flag, weight } of pythonsIn(line)) {
			const [major, minor] = version.split(".");
			series.add(`${major}.${minor}`, weight);
			if (version !== `${major}.${minor}`) releases.set(`${major}.${minor}`, version);
			if (flag !== "") builds.add(flag === "d" ? "debug" : "free-threaded", weight);
		}
		const build = buildIn(line);
		if (build) builds.add(build, BUILD_WEIGHT);
		for (const { pattern, platform, weight } of PLATFORMS) if (pattern.test(line)) platforms.add(platform, weight);
	}
	const python = series.winner();
	const build = builds.winner();
	const platform = platforms.winner();
	return {
		...python !== void 0 && { python: releases.get(python) ?? python },
		...build && { build },
		...platform && { platform }
	};
}
function pythonsIn(line) {
	if (!MAY_NAME_PYTHON.test(line)) return [];
	return PYTHON.flatMap(({ pattern, weight }) => [...line.matchAll(pattern)].map(([, version = "", flag = ""]) => ({
		version: version.includes(".") ? version : `3.${version.slice(1)}`,
		flag: flag.toLowerCase(),
		weight
	})));
}
/** A free-threaded build names itself in `sys.version`, so one that is printed in full without it has the GIL. */
function buildIn(line) {
	if (FREE_THREADED.test(line)) return "free-threaded";
	const [, minor] = FULL_VERSION.exec(line) ?? [];
	return Number(minor ?? 0) >= 13 ? "gil" : void 0;
}

// src/domain/environment/requirements.ts
/** Ends of clauses: a sentence, and the words before what was found instead of what is required. */
const CLAUSE$1 = /(?<=[.;!?]) | (?=but )|[,(] ?(?=(?:but|got|found|you have|detected|running) )/i;
/**
* Clauses about what is required, available or conceivable as a whole: of resolvers, which name the candidates too, and those
* with the version before the verb.
*/
const HYPOTHETICAL = new RegExp([
	String.raw`\bdepends? on\b|\bbecause\b|\bconflict|\bconclude\b|\brequested\b|\bsatisf(?:y|ies)\b`,
	String.raw`\bno matching distribution\b|\bnot a supported wheel\b|\bignored the following\b|\brequires-python\b`,
	String.raw`\d (?:and|or) (?:above|earlier|greater|higher|later|less|lower|newer|older|up)\b|\d\+`,
	String.raw`\d (?:is|are) (?:deprecated|needed|no longer|not supported|recommended|required|supported|unsupported)\b`,
	String.raw`\d (?:adds?|added|changed|deprecates|drops?|dropped|introduced|removed|removes)\b`
].join("|"), "i");
/** Words after which a clause is about what is required, supported or advised. */
const REQUIREMENT = new RegExp(String.raw`\b(?:${[
	"at (?:least|most)|allowed|allows|as of|available|before|below|built (?:against|for|with)|compatible|compiled",
	"deprecated|downgrade|e\\.g\\.|example|expected|expects|added in|introduced in|removed in|(?<!not )(?<!cannot )install|instead of",
	"linked against|made for|maximum|minimum|must|need|needed|needs|newer than|older than|only|please|prior to",
	"require|required|requires|should|since|such as|support|supported|supports|to support|try|until|up to|upgrade|use"
].join("|")})\b`, "i");
/** `expected NumPy 1.26, got 2.2`: the name is not repeated. */
const FOUND_VERSION = /(?<![\w-])([A-Za-z]\w{1,40}) (v?\d[\w.]{0,20}),? (?:but )?(got|found|have|you have) (?=v?\d)/gi;
/** Of pip, about the interpreter that runs it. */
const OWN_PYTHON = /\brequires a different Python: /i;
/** Of pip, about a package that is installed. */
const INSTALLED$1 = /^Requirement already satisfied: /;
/**
* Removes from a line what is required, supported or advised, so that the rest is about the machine that printed it: of
* `Numba needs NumPy 2.1 or less. Got NumPy 2.2.` the second sentence remains. Paths remain, since they exist.
*/
function withoutRequirements(line) {
	if (!REQUIREMENT.test(line) && !HYPOTHETICAL.test(line) || INSTALLED$1.test(line)) return line;
	return line.replace(FOUND_VERSION, "$1 $2 but $3 $1 ").split(CLAUSE$1).map(withoutRequirement).join(" ").trim();
}
function withoutRequirement(clause) {
	const own = OWN_PYTHON.exec(clause);
	if (own) return `Python: ${clause.slice(own.index + own[0].length).split(" ")[0]}`;
	if (HYPOTHETICAL.test(clause)) return pathsIn(clause);
	const start = REQUIREMENT.exec(clause)?.index;
	return start === void 0 ? clause : clause.slice(0, start) + pathsIn(clause.slice(start));
}
/** A wheel that cannot be installed is of another machine. */
function pathsIn(text) {
	return text.split(" ").filter((word) => /[/\\]/.test(word) && !word.includes(".whl")).join(" ");
}

// src/diagnosis/read-environment.ts
const ARCHITECTURE = /(?<![A-Za-z0-9])(x86_64|amd64|aarch64|arm64|i[36]86|win32|ppc64le|s390x|riscv64|armv7l|armv6l)(?![A-Za-z0-9])/gi;
const ARCHITECTURES = {
	amd64: "x86_64",
	aarch64: "arm64",
	i386: "x86",
	i686: "x86",
	win32: "x86"
};
/**
* `numpy==1.26.4`, the name of a wheel or an sdist, a line of `pip list` or `conda list`, cargo's `pyo3 v0.22.5`,
* what pip did not have to install.
*/
const PACKAGES = [
	/(?:^|[\s"'(,[])([A-Za-z][\w.-]{0,60})==(\d{1,5}(?:\.\w{1,8}){1,5})/g,
	/(?:^|[\s"'(,[/\\])([A-Za-z]\w{0,60})-(\d{1,5}(?:\.\d\w{0,7}){1,5})(?:\+[\w.]{1,40})?(?:-(?:cp|py)\d|\.tar\.gz|\.zip|\.dist-info|\.egg|[/\\])/g,
	/^([A-Za-z][\w.-]{0,60}) {1,40}(\d{1,5}(?:\.\w{1,8}){1,5})(?: |$)/g,
	/(?:^|[\s"'(,[])([a-z][\w-]{0,60}) v(\d{1,5}\.\d{1,5}\.\d{1,5})\b/g,
	/^Requirement already satisfied: ([A-Za-z][\w.-]{0,60})[^\w.-].{0,500} \((\d{1,5}(?:\.\w{1,8}){1,5})\)$/g
];
/** pip's list of what it has installed. */
const INSTALLED_LINE = /^Successfully installed /;
const INSTALLED = / ([A-Za-z][\w.-]{0,60}?)-(\d{1,5}(?:\.\w{1,8}){1,5})(?= |$)/g;
/** `NumPy 1.26`, `numba version: 0.60`: prose, read only for packages that an article is about. */
const IN_PROSE = /(?:^|[\s"'(,[])([A-Za-z][\w-]{1,40}) (?:version:? )?v?(\d{1,5}(?:\.\d{1,5}){1,3})\b/g;
/** Versions that a message found, as opposed to those it expected: `Got NumPy 2.2`, `you have numpy 1.24.4`. */
const FOUND = /\b(?:got|found|have|running|using|detected) ([A-Za-z][\w-]{1,40}) (?:version:? )?v?(\d{1,5}(?:\.\d{1,5}){1,3})\b/gi;
/** Maximum number of lines read at each end; a freeze of a large environment has some hundreds. */
const MAX_LINES_AT_END = 500;
/** Skips most lines of a log before the expensive patterns run. */
const MAY_CONTAIN_FACTS = /python|cpython|cp3\d|linux|darwin|macos|win|apk|apt|dnf|yum|brew|\.el\d|\.fc\d|debian|ubuntu|alpine|fedora|centos|\/(?:usr|home|lib|root|opt|Users|private|Library)|[A-Z]:\\|\.so|dylib|dll|LNK|==|\d\.\d|GIL|free-thread|referenced from|architecture|undefined reference/i;
/**
* Reads Python, platform, architecture and packages out of the cleaned lines of a paste: those of the machine that printed
* it, not those that a message requires or advises.
*
* @param knownPackages normalized names of the packages that articles are about
*/
function readEnvironment(lines, knownPackages = /* @__PURE__ */ new Set()) {
	const texts = linesWithFacts(lines).map(withoutRequirements);
	const architecture = mostFrequent(texts.flatMap(architecturesIn));
	const system = readSystem(texts);
	return {
		...readMachine(texts),
		...architecture !== void 0 && { architecture },
		...system && { system },
		packages: readPackages(texts, knownPackages)
	};
}
/**
* Returns the lines that may contain facts from both ends, in order: tools print what they run on at the beginning, and
* errors with paths at the end.
*/
function linesWithFacts(lines) {
	const first = [];
	let index = 0;
	for (; index < lines.length && first.length < MAX_LINES_AT_END; index += 1) {
		const text = lines[index]?.text ?? "";
		if (MAY_CONTAIN_FACTS.test(text)) first.push(text);
	}
	const last = [];
	for (let end = lines.length - 1; end >= index && last.length < MAX_LINES_AT_END; end -= 1) {
		const text = lines[end]?.text ?? "";
		if (MAY_CONTAIN_FACTS.test(text)) last.push(text);
	}
	return [...first, ...last.reverse()];
}
function architecturesIn(text) {
	return [...text.matchAll(ARCHITECTURE)].map(([name]) => {
		const lower = name.toLowerCase();
		return ARCHITECTURES[lower] ?? lower;
	});
}
/** Returns the first of equally frequent values. */
function mostFrequent(values) {
	const counts = /* @__PURE__ */ new Map();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
/** Returns versions by normalized name. What a message found or pip installed wins, then names of files and lists, then prose. */
function readPackages(texts, knownPackages) {
	const packages = Object.create(null);
	const read = (text, pattern, onlyKnown) => {
		for (const [, name = "", version = ""] of text.matchAll(pattern)) {
			const normal = normalizeName(name);
			if (!onlyKnown || knownPackages.has(normal)) packages[normal] = version;
		}
	};
	for (const text of texts) read(text, IN_PROSE, true);
	for (const text of texts) for (const pattern of PACKAGES) read(text, pattern, false);
	for (const text of texts) {
		read(text, FOUND, true);
		if (INSTALLED_LINE.test(text)) read(text, INSTALLED, false);
	}
	return packages;
}

// src/diagnosis/diagnose.ts
const DEFAULT_LIMIT = 5;
/**
* Finds the known faults behind the output of a program.
*
* @param index from `buildIndex`
* @param paste any text, from one line to a log of megabytes
* @throws {Error} if the index has another version than `INDEX_VERSION`
*/
function diagnose(index, paste, { localization, ...options } = {}) {
	return diagnoseMatches(matchPaste(index, paste, localization), options);
}
/** The first half of `diagnose`: tells which names have to be looked up, for callers that must fetch their rows. */
function matchPaste(index, paste, localization) {
	const open = openIndex(index);
	const { lines: read, truncated } = readPaste(paste, localization);
	const lines = readBareName(read);
	const environment = readEnvironment(lines, open.packages);
	const matches = findMatches(lines, open, conditionsHold(lines));
	return {
		lines,
		matches,
		environment,
		truncated,
		names: namesIn(matches, lines)
	};
}
/** The second half of `diagnose`. */
function diagnoseMatches({ lines, matches, environment, truncated }, { limit = DEFAULT_LIMIT, findRow } = {}) {
	const resolved = resolveNames(matches, lines, findRow ?? (() => void 0));
	const { leading, others } = rankArticles(resolved.matches, chainDepths(lines), environment);
	return {
		findings: [...leading, ...others].slice(0, limit).map((candidate) => {
			const { article } = candidate;
			const row = resolved.rows.get(article);
			const named = article.lookup && row && namedRow(row, article.lookup, lines);
			return {
				...toFinding(candidate, leading, lines),
				...named && { named }
			};
		}),
		environment,
		unknownNames: findRow ? resolved.unknown : [],
		truncated
	};
}
function namedRow(found, { key }, lines) {
	const mentioned = found.row.python.map(({ name }) => name).filter((name) => lines.some(({ text }) => namesPackage(text, name)));
	return {
		...found,
		key,
		mentioned
	};
}
function toFinding(candidate, leading, lines) {
	const { article, match, isComplete } = candidate;
	const isFirst = leading.includes(candidate);
	const isShared = isFirst && leading.length > 1;
	const lookFor = isShared ? distinguishingLine(article, leading) : void 0;
	const { number = 0, text = "", english, isBareName } = lines[match.line] ?? {};
	return {
		id: article.id,
		slug: article.slug,
		confidence: isComplete && isFirst && !isBareName ? "high" : "medium",
		line: {
			number,
			text,
			...english !== void 0 && { english }
		},
		signature: match.signature.pattern.text,
		share: match.share,
		isShared,
		...lookFor !== void 0 && { lookFor }
	};
}
function distinguishingLine(article, equals) {
	const others = equals.filter((other) => other.article !== article);
	const shared = new Set(others.flatMap((other) => other.article.signatures.map(signatureLine)));
	return article.signatures.map(toConditional).find(({ line, role }) => role !== "supporting" && !shared.has(line))?.line;
}

// src/domain/text/own-value.ts
/** Returns the value of a field that comes from a file, and not one that every object has, such as `constructor`. */
const ownValue = (fields, name) => Object.hasOwn(fields, name) ? fields[name] : void 0;

// src/domain/lookup/lookup-table.ts
/** Package managers in the order in which answers list them. */
const packageSystems = [
	"pip",
	"debian",
	"fedora",
	"alpine",
	"arch",
	"homebrew",
	"conda",
	"windows"
];

// src/domain/lookup/fill-answer.ts
/** Column of the packages that a compiled program needs. A reader who asks for them has the Python package installed. */
const RUN_TIME_COLUMN = "run";
/** Maximum number of wheels that an answer offers (chosen). */
const MAX_WHEELS = 2;
const COMMANDS = {
	pip: "python -m pip install",
	debian: "apt install",
	fedora: "dnf install",
	alpine: "apk add",
	arch: "pacman -S",
	homebrew: "brew install",
	conda: "conda install -c conda-forge",
	windows: "winget install"
};
const SEPARATORS = {
	en: ", ",
	zh: "、"
};
const PLACEHOLDER = /\{([a-z][a-z0-9_]*)\}/g;
/** Returns the names of the placeholders of a sentence: `key`, `name`, and columns. */
const placeholdersOf = (sentence) => Array.from(sentence.matchAll(PLACEHOLDER), ([, name = ""]) => name);
/** Returns the answer of a row: the first sentence whose placeholders all have a value, and what to install. */
function fillAnswer({ answers, install }, { row, name }, reader) {
	const valueOf = (placeholder) => placeholder === "key" ? `\`${name}\`` : valueIn(row, placeholder, reader.locale);
	const isComplete = (sentence) => placeholdersOf(sentence).every((placeholder) => valueOf(placeholder) !== void 0);
	return {
		text: (answers.find(isComplete) ?? answers.at(-1) ?? "").replace(PLACEHOLDER, (_, placeholder) => valueOf(placeholder) ?? ""),
		commands: commandsFor(row, install, reader)
	};
}
/** Returns the value of a column as the text of an answer, code in backticks; `undefined` if the row has none. */
function valueIn(row, column, locale) {
	if (column === "name") return row.name;
	const text = ownValue(row.texts, column);
	if (text !== void 0) return localized(text, locale);
	return ownValue(row.codes, column)?.map((code) => `\`${code}\``).join(SEPARATORS[locale]);
}
/** Returns a text in one language. */
const localized = (text, locale) => typeof text === "string" ? text : text[locale];
/** A wheel that the paste asks for comes first, because it needs no compiler; then the system of the reader. */
function commandsFor({ packages, python }, install, { system, names }) {
	const bySystem = install !== void 0 && ownValue(packages, install) || {};
	const isInstalled = install === RUN_TIME_COLUMN;
	const ordered = [...packageSystems].sort((a, b) => Number(b === system) - Number(a === system));
	return [...python.filter(({ name, wheel }) => names?.(name) === true && !(isInstalled && wheel === name)).flatMap(wheelCommand).slice(0, MAX_WHEELS), ...ordered.flatMap((own) => {
		const found = bySystem[own];
		if (!found) return [];
		return [{
			system: own,
			command: `${COMMANDS[own]} ${found.names}`,
			isVerified: found.isVerified,
			isWheel: false
		}];
	})];
}
function wheelCommand({ wheel }) {
	if (wheel === void 0) return [];
	return [{
		system: "pip",
		command: `${COMMANDS.pip} --only-binary ${wheel} ${wheel}`,
		isVerified: true,
		isWheel: true
	}];
}
/** Fills the placeholder of a title or a signature with a name: `fatal error: <header>` becomes `fatal error: lber.h`. */
const fillPlaceholder = (text, key, name) => text.replaceAll(`<${key}>`, name);

// src/domain/lookup/answer-fault.ts
/**
* Returns title and fix of a fault; for a name that was looked up, those for this name. The fix has a command if it is
* clear which one: a wheel, the one for the reader's system, or the only one.
*/
function answerFault({ title, fix, lookup }, found, reader) {
	if (!lookup || !found) return {
		title,
		fix,
		commands: []
	};
	const { text, commands } = fillAnswer(lookup, found, {
		...reader,
		names: (name) => found.mentioned.includes(name)
	});
	const [first, ...others] = commands;
	const isClear = first && (first.isWheel || first.system === reader.system || others.length === 0);
	return {
		title: fillPlaceholder(title, found.key, found.name),
		fix: {
			text,
			...isClear && { command: first.command }
		},
		commands: isClear ? others : commands
	};
}

// src/domain/lookup/find-row.ts
/** Returns the form in which names are compared: programs print paths with either slash, and in any case. */
const keyForm = (name) => name.toLowerCase().replaceAll("\\", "/");
/** Indexes rows by the names in a column. */
function rowsByName(rows, column) {
	return new Map(rows.flatMap((row) => (row.keys[column] ?? []).map((key) => [keyForm(key), {
		row,
		key
	}])));
}
/** A file that is named by where it was looked for: `/usr/lib/libx.so`, `@rpath/libx.dylib`, `C:\x.dll`. */
const IS_LOCATION = /^(?:[/@.]|[a-z]:\/)/;
/** Maximum number of folders of a name that are tried. */
const MAX_FOLDERS = 8;
/**
* Returns the names under which a table may have a name, the most specific first: `boost/python/module.hpp` as it is,
* then everything below `boost/python/*` and `boost/*`. Of a location, only the name of the file counts.
*/
function namesToFind(name) {
	const form = keyForm(name);
	if (IS_LOCATION.test(form)) {
		const file = form.slice(form.lastIndexOf("/") + 1);
		return file === "" ? [] : [file];
	}
	const folders = form.split("/").slice(0, -1).slice(0, MAX_FOLDERS);
	return [form, ...folders.map((_, index) => `${folders.slice(0, index + 1).join("/")}/*`).reverse()];
}
/** Finds the row of a name; `undefined` if the table does not have it. */
function findRow(rows, name) {
	for (const form of namesToFind(name)) {
		const found = rows.get(form);
		if (found) return {
			row: found.row,
			name: found.key.endsWith("/*") ? name : found.key
		};
	}
}
/** Returns a finder of rows in tables, or in parts of them, by the names of the tables. */
function rowFinder(tables) {
	const indexes = /* @__PURE__ */ new Map();
	return ({ table, key, name }) => {
		const rows = ownValue(tables, table);
		if (!rows) return void 0;
		const id = `${table} ${key}`;
		const index = indexes.get(id) ?? rowsByName(rows, key);
		indexes.set(id, index);
		return findRow(index, name);
	};
}

// src/diagnosis/report/redact.ts
/** Longer texts are cut, in UTF-16 units. */
const MAX_LENGTH = 2e5;
/** Words long enough for a secret. */
const LONG_WORD = /[\w.-]{16,3000}/g;
/** Prefixes of the tokens of GitHub, GitLab, PyPI, npm, AWS, Slack, Hugging Face and OpenAI, and of a JWT. */
const KNOWN_TOKEN = /^(?:gh[oprsu]_|github_pat_|glpat-|pypi-AgE|npm_|AKIA|ASIA|xox[abeprs]-|hf_|sk-|eyJ)/;
/** `password=...`, `"api_key": "..."`, `Authorization: Bearer ...`, `--token=...` */
const NAMED_SECRET = /((?:pass(?:word|wd|phrase)?|secret|token|api_?key|access_?key|authorization|credentials?)["']?\s?[:=]\s?["']?(?:bearer |basic )?)([^\s"',;&)<]{6,500})/gi;
/** `https://user:token@host` */
const AUTHORITY = /:\/\/[^\s/]{1,300}/g;
/** A word and what follows its `@`. Matches every word, so it never backtracks. */
const MAYBE_EMAIL = /[\w.+-]+(?:@[\w.-]+)?/g;
/** The user `git` is not a person. */
const EMAIL = /^(?!git@)[^@]+@[^@.]+\.[^@]{2,}$/;
/** A shell prompt or an SSH address: `me@desk2:~/x$`. */
const LOGIN = /(?<![\w.@-])(?!git@)([a-z_][\w.-]{0,31})@([a-z][\w.-]{0,63})(?=[:\s\]~]|$)/gim;
const IPV4 = /(?<![\w.=@-])(?:[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])){3}(?![\w.])/g;
/** Text before a version that looks like an IP address. */
const VERSION_BEFORE = /(?:version|v|release|[<>=~!]=?)\s?$/i;
const URL_HOST = /(\bhttps?:\/\/)(?:<secret>@)?([\w.-]{1,253})(:\d{1,5})?([^\s"'<>),;]{0,2000})/gi;
/** Domains that are not personal: package indexes, repositories, documentation. */
const PUBLIC_DOMAINS = new Set("pypi.org pythonhosted.org python.org readthedocs.io readthedocs.org github.com githubusercontent.com github.io gitlab.com crates.io docs.rs rust-lang.org pyo3.rs anaconda.org conda-forge.org numpy.org scipy.org cython.org numba.org pydata.org debian.org ubuntu.com npmjs.org nvidia.com microsoft.com apple.com gnu.org llvm.org bazel.build cmake.org pytorch.org stackoverflow.com".split(" "));
/** An absolute path, with its drive letter or `~`. */
const PATH = /(?:\b[A-Za-z]:|~)?[/\\][^\s:"'<>|,;()]*/g;
/** The home directory of a user: group 1 is the part before the name, group 2 the name. */
const HOME = /^(\/(?:home|Users|export\/home|var\/home|data\/home)\/|[A-Z]:\\{1,2}Users\\{1,2})([^/\\]{1,64})/i;
/** Other folders whose subfolders are named after a person's work. */
const WORK = /^(?:\/(?:root|workspace|workspaces|builds?|mnt|srv|data|scratch|work|opt\/build|private\/var\/folders|tmp)|~|[D-Z]:\\{1,2}[^\\]{1,64})(?=[/\\])/;
const USER_VARIABLE = /\b((?:USER|USERNAME|LOGNAME|SUDO_USER|COMPUTERNAME|HOSTNAME|USERDOMAIN)\s?[=:]\s?)([^\s"';,]{1,64})/g;
/** Folders below which a path is the same on many machines. */
const COMMON_FOLDER = /[/\\](?:site-packages|dist-packages|lib[/\\]{1,2}python3\.\d|Python\.framework|Python3\d|conda|miniconda3|anaconda3|miniforge3|mambaforge)[/\\]/;
/** User names that do not identify a person. */
const GENERIC_USERS = new Set("root user users runner runneradmin ubuntu vagrant docker jovyan public default admin administrator build builder circleci travis home app git".split(" "));
const MIN_NAME_LENGTH = 3;
const MIN_TOKEN_LENGTH = 20;
/** Shorter words of mixed characters are names of symbols or files. */
const MIN_SECRET_LENGTH = 32;
/**
* Removes personal data from a text: tokens and passwords, e-mail and IP addresses, private hosts, user names, folders.
* No redaction is complete: show the result to the author before it is published. Runs in linear time.
*/
function redact(text) {
	const removed = {};
	const count = (kind) => removed[kind] = (removed[kind] ?? 0) + 1;
	const redactAs = (kind, replacement) => {
		count(kind);
		return replacement;
	};
	const users = /* @__PURE__ */ new Set();
	return {
		text: withoutNames(text.slice(0, MAX_LENGTH).replace(AUTHORITY, (authority) => {
			const host = authority.lastIndexOf("@");
			return host < 0 ? authority : redactAs("secret", `://<secret>${authority.slice(host)}`);
		}).replace(NAMED_SECRET, (_, name) => redactAs("secret", `${name}<secret>`)).replace(LONG_WORD, (word) => isSecret(word) ? redactAs("secret", "<secret>") : word).replace(MAYBE_EMAIL, (word) => EMAIL.test(word) ? redactAs("email", "<email>") : word).replace(URL_HOST, (address, scheme, host) => isPublic(host) ? address : redactAs("address", `${scheme}<host>/<path>`)).replace(IPV4, (address, index, all) => VERSION_BEFORE.test(all.slice(Math.max(0, index - 10), index)) ? address : redactAs("address", "<address>")).replace(LOGIN, (_, user) => {
			users.add(user);
			return redactAs("user", "<user>@<host>");
		}).replace(USER_VARIABLE, (_, name, user) => {
			users.add(user);
			return redactAs("user", `${name}<user>`);
		}).replace(PATH, (path) => {
			const [home, before = "", user = ""] = HOME.exec(path) ?? [];
			if (home !== void 0) {
				users.add(user);
				return redactAs("path", `${before}<user>${shortened(path.slice(home.length))}`);
			}
			const work = WORK.exec(path)?.[0] ?? path;
			const rest = path.slice(work.length);
			const short = shortened(rest);
			return short === rest ? path : redactAs("path", work + short);
		}), users, count).toWellFormed(),
		removed
	};
}
/**
* True for a token with a known prefix, and for a long word that mixes digits with lowercase and uppercase letters or has
* only hexadecimal digits. Mangled names have underscores, so they are kept.
*/
function isSecret(word) {
	const isMixed = /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
	if (KNOWN_TOKEN.test(word)) return word.length >= MIN_TOKEN_LENGTH && /\d/.test(word);
	if (word.length < MIN_SECRET_LENGTH) return false;
	return /^[0-9a-f]+$/i.test(word) || isMixed && /^[A-Za-z0-9]+$/.test(word);
}
const isPublic = (host) => PUBLIC_DOMAINS.has(host.toLowerCase().split(".").slice(-2).join("."));
/** Shortens a path in a personal folder to `site-packages` and below, or else to the file. */
function shortened(path) {
	const separator = path.includes("\\") ? "\\" : "/";
	const common = COMMON_FOLDER.exec(path);
	if (common && common.index > 0) return `${separator}...${path.slice(common.index)}`;
	if (common) return path;
	const names = path.split(/[/\\]+/).filter(Boolean);
	return names.length < 2 ? path : `${separator}...${separator}${names.at(-1) ?? ""}`;
}
/** Removes the user names found in prompts and paths wherever they occur as words. */
function withoutNames(text, users, count) {
	const names = new Set([...users].filter((name) => name.length >= MIN_NAME_LENGTH && !GENERIC_USERS.has(name.toLowerCase())));
	if (names.size === 0) return text;
	return text.replace(/[\p{L}\d_.-]+/gu, (word) => {
		const bare = word.replace(/[.-]$/, "");
		if (!names.has(bare)) return word;
		count("user");
		return `<user>${word.slice(bare.length)}`;
	});
}

// src/domain/text/citations.ts
/**
* Text about an article for issue trackers, change logs and manuals. Titles quote the output of programs, so everything
* that would be markup or a mention there is escaped or becomes code.
*/
const MARKDOWN = /[\\`*_[\]<>|~&]/g;
/** The beginning of a list item. */
const LIST_MARKER = /^(?:[-+]|\d{1,9}(?=[.)]))/;
/** Words of ASCII characters, also between Chinese ones. */
const WORD = /[!-~]+/g;
/**
* `@njit` would mention a user, `#1`, `GH-1` and an address would link an issue, `$x$` is a formula, `:x:` an emoji.
* Trackers find them in the rendered text, so neither a backslash nor an entity escapes them; code does.
*
* @see https://github.com/github/cmark-gfm/issues/181
*/
const LINKED = /[@#$]|GH-\d|:\/\/|www\.|:[\w+-]+:/i;
const END_PUNCTUATION = ".,;:!?";
/** Escapes a text for Markdown. */
function markdownText(text) {
	let shown = "";
	let end = 0;
	for (const { 0: word, index } of text.matchAll(WORD)) {
		if (!LINKED.test(word)) continue;
		const linked = withoutEndPunctuation(word);
		shown += escapeMarkdown(text.slice(end, index)) + codeSpan(linked);
		end = index + linked.length;
	}
	return (shown + escapeMarkdown(text.slice(end))).replace(LIST_MARKER, (marker) => marker === "-" || marker === "+" ? `\\${marker}` : `${marker}\\`);
}
/** Formats a text in which backticks mark code, and nothing else is markup, for Markdown. */
function markdownWithCode(text) {
	return text.split("`").map((part, index) => index % 2 === 0 ? markdownText(part) : codeSpan(part)).join("");
}
const escapeMarkdown = (text) => text.replace(MARKDOWN, "\\$&");
/** Keeps at least one character. */
function withoutEndPunctuation(word) {
	let end = word.length;
	while (end > 1 && END_PUNCTUATION.includes(word.charAt(end - 1))) end -= 1;
	return word.slice(0, end);
}
/** Formats a line as inline code in Markdown. */
function codeSpan(line) {
	const ticks = codeFence(line, 1);
	const space = /^[` ]|[` ]$/.test(line) ? " " : "";
	return ticks + space + line + space + ticks;
}
/** Formats a line as a code block in Markdown. */
function codeBlock(line) {
	const ticks = codeFence(line);
	return [
		`${ticks}text`,
		line,
		ticks
	].join("\n");
}
/**
* Returns backticks that can enclose a text: one more than the longest run in it.
*
* @param minLength 3 for a block
*/
function codeFence(text, minLength = 3) {
	const runs = (text.match(/`+/g) ?? []).map(({ length }) => length + 1);
	return "`".repeat(Math.max(minLength, ...runs));
}
/** Formats a link in Markdown. */
function markdownLink(title, url) {
	return `[${markdownText(title)}](${url})`;
}

// src/i18n/reply-words.ts
const en = {
	reply: (link, fix, ranges) => [
		`This looks like a known fault: ${link}.`,
		...fix,
		...ranges.length > 0 ? [`Affected: ${ranges.join("; ")}.`] : [],
		"The article explains how to check whether you are affected, and the cause."
	].join("\n\n"),
	versions: (from, fixed) => from && fixed ? `${from} or later, fixed in ${fixed}` : fixed ? `before ${fixed}` : from && `${from} or later`,
	evidence: "Matched by this line of the report:",
	gone: "The report has been edited and no longer matches a known fault.",
	optOut: (label) => `This comment was posted automatically. To opt an issue out, add the label ${label}.`
};
const zh = {
	reply: (link, fix, ranges) => [
		`这看起来是一个已知故障：${link}。`,
		...fix,
		...ranges.length > 0 ? [`受影响：${ranges.join("；")}。`] : [],
		"文章说明了如何确认是否受影响，以及故障的原因。"
	].join("\n\n"),
	versions: (from, fixed) => from && fixed ? `${from} 起，${fixed} 已修复` : fixed ? `低于 ${fixed}` : from && `${from} 起`,
	evidence: "报告中的这一行与已知故障匹配：",
	gone: "报告已被修改，现在的内容没有匹配到已知故障。",
	optOut: (label) => `本评论由程序自动发布。如果不希望某个 issue 收到评论，请给它加上标签 ${label}。`
};
const replyWords = {
	en,
	zh
};

// node_modules/semver/internal/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SEMVER_SPEC_VERSION = "2.0.0";
	const MAX_LENGTH = 256;
	const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || 
	/* istanbul ignore next */ 9007199254740991;
	const MAX_SAFE_COMPONENT_LENGTH = 16;
	const MAX_SAFE_BUILD_LENGTH = 250;
	const WHITESPACE_CHARACTERS = [
		"	",
		"\n",
		"\v",
		"\f",
		"\r",
		" ",
		"\xA0",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		"\u2028",
		"\u2029",
		" ",
		" ",
		"　",
		"﻿"
	];
	const RELEASE_TYPES = [
		"major",
		"premajor",
		"minor",
		"preminor",
		"patch",
		"prepatch",
		"prerelease"
	];
	module.exports = {
		MAX_LENGTH,
		MAX_SAFE_COMPONENT_LENGTH,
		MAX_SAFE_BUILD_LENGTH,
		MAX_SAFE_INTEGER,
		WHITESPACE_CHARACTERS,
		RELEASE_TYPES,
		SEMVER_SPEC_VERSION,
		FLAG_INCLUDE_PRERELEASE: 1,
		FLAG_LOOSE: 2
	};
}));

// node_modules/semver/internal/debug.js
var require_debug = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {};
	module.exports = debug;
}));

// node_modules/semver/internal/re.js
var require_re = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_LENGTH } = require_constants();
	const debug = require_debug();
	exports = module.exports = {};
	const re = exports.re = [];
	const safeRe = exports.safeRe = [];
	const src = exports.src = [];
	const safeSrc = exports.safeSrc = [];
	const t = exports.t = {};
	let R = 0;
	const LETTERDASHNUMBER = "[a-zA-Z0-9-]";
	const safeRegexReplacements = [
		["\\s", 1],
		["\\d", MAX_LENGTH],
		[LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
	];
	const makeSafeRegex = (value) => {
		for (const [token, max] of safeRegexReplacements) value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
		return value;
	};
	const createToken = (name, value, isGlobal) => {
		const safe = makeSafeRegex(value);
		const index = R++;
		debug(name, index, value);
		t[name] = index;
		src[index] = value;
		safeSrc[index] = safe;
		re[index] = new RegExp(value, isGlobal ? "g" : void 0);
		safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
	};
	createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
	createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
	createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
	createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
	createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
	createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
	createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
	createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
	createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
	createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
	createToken("FULL", `^${src[t.FULLPLAIN]}$`);
	createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
	createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
	createToken("GTLT", "((?:<|>)?=?)");
	createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
	createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
	createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
	createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
	createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
	createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
	createToken("COERCERTL", src[t.COERCE], true);
	createToken("COERCERTLFULL", src[t.COERCEFULL], true);
	createToken("LONETILDE", "(?:~>?)");
	createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
	exports.tildeTrimReplace = "$1~";
	createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
	createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("LONECARET", "(?:\\^)");
	createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
	exports.caretTrimReplace = "$1^";
	createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
	createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
	createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
	createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
	exports.comparatorTrimReplace = "$1$2$3";
	createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
	createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
	createToken("STAR", "(<|>)?=?\\s*\\*");
	createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
	createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
}));

// node_modules/semver/internal/parse-options.js
var require_parse_options = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const looseOption = Object.freeze({ loose: true });
	const emptyOpts = Object.freeze({});
	const parseOptions = (options) => {
		if (!options) return emptyOpts;
		if (typeof options !== "object") return looseOption;
		return options;
	};
	module.exports = parseOptions;
}));

// node_modules/semver/internal/identifiers.js
var require_identifiers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const numeric = /^[0-9]+$/;
	const compareIdentifiers = (a, b) => {
		if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
		const anum = numeric.test(a);
		const bnum = numeric.test(b);
		if (anum && bnum) {
			a = +a;
			b = +b;
		}
		return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
	};
	const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
	module.exports = {
		compareIdentifiers,
		rcompareIdentifiers
	};
}));

// node_modules/semver/classes/semver.js
var require_semver$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const debug = require_debug();
	const { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
	const { safeRe: re, t } = require_re();
	const parseOptions = require_parse_options();
	const { compareIdentifiers } = require_identifiers();
	const isPrereleaseIdentifier = (prerelease, identifier) => {
		const identifiers = identifier.split(".");
		if (identifiers.length > prerelease.length) return false;
		for (let i = 0; i < identifiers.length; i++) if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) return false;
		return true;
	};
	var SemVer = class SemVer {
		constructor(version, options) {
			options = parseOptions(options);
			if (version instanceof SemVer) {
				if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) return version;
				else version = version.version;
			} else if (typeof version !== "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
			if (version.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
			debug("SemVer", version, options);
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
			if (!m) throw new TypeError(`Invalid Version: ${version}`);
			this.raw = version;
			this.major = +m[1];
			this.minor = +m[2];
			this.patch = +m[3];
			if (this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
			if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
			if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
			if (!m[4]) this.prerelease = [];
			else this.prerelease = m[4].split(".").map((id) => {
				if (/^[0-9]+$/.test(id)) {
					const num = +id;
					if (num >= 0 && num < MAX_SAFE_INTEGER) return num;
				}
				return id;
			});
			this.build = m[5] ? m[5].split(".") : [];
			this.format();
		}
		format() {
			this.version = `${this.major}.${this.minor}.${this.patch}`;
			if (this.prerelease.length) this.version += `-${this.prerelease.join(".")}`;
			return this.version;
		}
		toString() {
			return this.version;
		}
		compare(other) {
			debug("SemVer.compare", this.version, this.options, other);
			if (!(other instanceof SemVer)) {
				if (typeof other === "string" && other === this.version) return 0;
				other = new SemVer(other, this.options);
			}
			if (other.version === this.version) return 0;
			return this.compareMain(other) || this.comparePre(other);
		}
		compareMain(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.major < other.major) return -1;
			if (this.major > other.major) return 1;
			if (this.minor < other.minor) return -1;
			if (this.minor > other.minor) return 1;
			if (this.patch < other.patch) return -1;
			if (this.patch > other.patch) return 1;
			return 0;
		}
		comparePre(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.prerelease.length && !other.prerelease.length) return -1;
			else if (!this.prerelease.length && other.prerelease.length) return 1;
			else if (!this.prerelease.length && !other.prerelease.length) return 0;
			let i = 0;
			do {
				const a = this.prerelease[i];
				const b = other.prerelease[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		compareBuild(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			let i = 0;
			do {
				const a = this.build[i];
				const b = other.build[i];
				debug("build compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		inc(release, identifier, identifierBase) {
			if (release.startsWith("pre")) {
				if (!identifier && identifierBase === false) throw new Error("invalid increment argument: identifier is empty");
				if (identifier) {
					const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
					if (!match || match[1] !== identifier) throw new Error(`invalid identifier: ${identifier}`);
				}
			}
			switch (release) {
				case "premajor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor = 0;
					this.major++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "preminor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "prepatch":
					this.prerelease.length = 0;
					this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "prerelease":
					if (this.prerelease.length === 0) this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "release":
					if (this.prerelease.length === 0) throw new Error(`version ${this.raw} is not a prerelease`);
					this.prerelease.length = 0;
					break;
				case "major":
					if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) this.major++;
					this.minor = 0;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "minor":
					if (this.patch !== 0 || this.prerelease.length === 0) this.minor++;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "patch":
					if (this.prerelease.length === 0) this.patch++;
					this.prerelease = [];
					break;
				case "pre": {
					const base = Number(identifierBase) ? 1 : 0;
					if (this.prerelease.length === 0) this.prerelease = [base];
					else {
						let i = this.prerelease.length;
						while (--i >= 0) if (typeof this.prerelease[i] === "number") {
							this.prerelease[i]++;
							i = -2;
						}
						if (i === -1) {
							if (identifier === this.prerelease.join(".") && identifierBase === false) throw new Error("invalid increment argument: identifier already exists");
							this.prerelease.push(base);
						}
					}
					if (identifier) {
						let prerelease = [identifier, base];
						if (identifierBase === false) prerelease = [identifier];
						if (isPrereleaseIdentifier(this.prerelease, identifier)) {
							const prereleaseBase = this.prerelease[identifier.split(".").length];
							if (isNaN(prereleaseBase)) this.prerelease = prerelease;
						} else this.prerelease = prerelease;
					}
					break;
				}
				default: throw new Error(`invalid increment argument: ${release}`);
			}
			this.raw = this.format();
			if (this.build.length) this.raw += `+${this.build.join(".")}`;
			return this;
		}
	};
	module.exports = SemVer;
}));

// node_modules/semver/functions/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const parse = (version, options, throwErrors = false) => {
		if (version instanceof SemVer) return version;
		try {
			return new SemVer(version, options);
		} catch (er) {
			if (!throwErrors) return null;
			throw er;
		}
	};
	module.exports = parse;
}));

// node_modules/semver/functions/valid.js
var require_valid$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const valid = (version, options) => {
		const v = parse(version, options);
		return v ? v.version : null;
	};
	module.exports = valid;
}));

// node_modules/semver/functions/clean.js
var require_clean = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const clean = (version, options) => {
		const s = parse(version.trim().replace(/^[=v]+/, ""), options);
		return s ? s.version : null;
	};
	module.exports = clean;
}));

// node_modules/semver/functions/inc.js
var require_inc = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const inc = (version, release, options, identifier, identifierBase) => {
		if (typeof options === "string") {
			identifierBase = identifier;
			identifier = options;
			options = void 0;
		}
		try {
			return new SemVer(version instanceof SemVer ? version.version : version, options).inc(release, identifier, identifierBase).version;
		} catch (er) {
			return null;
		}
	};
	module.exports = inc;
}));

// node_modules/semver/functions/diff.js
var require_diff = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const diff = (version1, version2) => {
		const v1 = parse(version1, null, true);
		const v2 = parse(version2, null, true);
		const comparison = v1.compare(v2);
		if (comparison === 0) return null;
		const v1Higher = comparison > 0;
		const highVersion = v1Higher ? v1 : v2;
		const lowVersion = v1Higher ? v2 : v1;
		const highHasPre = !!highVersion.prerelease.length;
		if (!!lowVersion.prerelease.length && !highHasPre) {
			if (!lowVersion.patch && !lowVersion.minor) return "major";
			if (lowVersion.compareMain(highVersion) === 0) {
				if (lowVersion.minor && !lowVersion.patch) return "minor";
				return "patch";
			}
		}
		const prefix = highHasPre ? "pre" : "";
		if (v1.major !== v2.major) return prefix + "major";
		if (v1.minor !== v2.minor) return prefix + "minor";
		if (v1.patch !== v2.patch) return prefix + "patch";
		return "prerelease";
	};
	module.exports = diff;
}));

// node_modules/semver/functions/major.js
var require_major = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const major = (a, loose) => new SemVer(a, loose).major;
	module.exports = major;
}));

// node_modules/semver/functions/minor.js
var require_minor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const minor = (a, loose) => new SemVer(a, loose).minor;
	module.exports = minor;
}));

// node_modules/semver/functions/patch.js
var require_patch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const patch = (a, loose) => new SemVer(a, loose).patch;
	module.exports = patch;
}));

// node_modules/semver/functions/prerelease.js
var require_prerelease = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const prerelease = (version, options) => {
		const parsed = parse(version, options);
		return parsed && parsed.prerelease.length ? parsed.prerelease : null;
	};
	module.exports = prerelease;
}));

// node_modules/semver/functions/compare.js
var require_compare = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
	module.exports = compare;
}));

// node_modules/semver/functions/rcompare.js
var require_rcompare = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const rcompare = (a, b, loose) => compare(b, a, loose);
	module.exports = rcompare;
}));

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const compareLoose = (a, b) => compare(a, b, true);
	module.exports = compareLoose;
}));

// node_modules/semver/functions/compare-build.js
var require_compare_build = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const compareBuild = (a, b, loose) => {
		const versionA = new SemVer(a, loose);
		const versionB = new SemVer(b, loose);
		return versionA.compare(versionB) || versionA.compareBuild(versionB);
	};
	module.exports = compareBuild;
}));

// node_modules/semver/functions/sort.js
var require_sort = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compareBuild = require_compare_build();
	const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
	module.exports = sort;
}));

// node_modules/semver/functions/rsort.js
var require_rsort = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compareBuild = require_compare_build();
	const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
	module.exports = rsort;
}));

// node_modules/semver/functions/gt.js
var require_gt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const gt = (a, b, loose) => compare(a, b, loose) > 0;
	module.exports = gt;
}));

// node_modules/semver/functions/lt.js
var require_lt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lt = (a, b, loose) => compare(a, b, loose) < 0;
	module.exports = lt;
}));

// node_modules/semver/functions/eq.js
var require_eq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const eq = (a, b, loose) => compare(a, b, loose) === 0;
	module.exports = eq;
}));

// node_modules/semver/functions/neq.js
var require_neq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const neq = (a, b, loose) => compare(a, b, loose) !== 0;
	module.exports = neq;
}));

// node_modules/semver/functions/gte.js
var require_gte = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const gte = (a, b, loose) => compare(a, b, loose) >= 0;
	module.exports = gte;
}));

// node_modules/semver/functions/lte.js
var require_lte = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lte = (a, b, loose) => compare(a, b, loose) <= 0;
	module.exports = lte;
}));

// node_modules/semver/functions/cmp.js
var require_cmp = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const eq = require_eq();
	const neq = require_neq();
	const gt = require_gt();
	const gte = require_gte();
	const lt = require_lt();
	const lte = require_lte();
	const cmp = (a, op, b, loose) => {
		switch (op) {
			case "===":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a === b;
			case "!==":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a !== b;
			case "":
			case "=":
			case "==": return eq(a, b, loose);
			case "!=": return neq(a, b, loose);
			case ">": return gt(a, b, loose);
			case ">=": return gte(a, b, loose);
			case "<": return lt(a, b, loose);
			case "<=": return lte(a, b, loose);
			default: throw new TypeError(`Invalid operator: ${op}`);
		}
	};
	module.exports = cmp;
}));

// node_modules/semver/functions/coerce.js
var require_coerce = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const parse = require_parse();
	const { safeRe: re, t } = require_re();
	const coerce = (version, options) => {
		if (version instanceof SemVer) return version;
		if (typeof version === "number") version = String(version);
		if (typeof version !== "string") return null;
		options = options || {};
		let match = null;
		if (!options.rtl) match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
		else {
			const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
			let next;
			while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
				if (!match || next.index + next[0].length !== match.index + match[0].length) match = next;
				coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
			}
			coerceRtlRegex.lastIndex = -1;
		}
		if (match === null) return null;
		const major = match[2];
		const minor = match[3] || "0";
		const patch = match[4] || "0";
		const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
		const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
		return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options);
	};
	module.exports = coerce;
}));

// node_modules/semver/functions/truncate.js
var require_truncate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const constants = require_constants();
	const SemVer = require_semver$1();
	const truncate = (version, truncation, options) => {
		if (!constants.RELEASE_TYPES.includes(truncation)) return null;
		const clonedVersion = cloneInputVersion(version, options);
		return clonedVersion && doTruncation(clonedVersion, truncation);
	};
	const cloneInputVersion = (version, options) => {
		const versionStringToParse = version instanceof SemVer ? version.version : version;
		return parse(versionStringToParse, options);
	};
	const doTruncation = (version, truncation) => {
		if (isPrerelease(truncation)) return version.version;
		version.prerelease = [];
		switch (truncation) {
			case "major":
				version.minor = 0;
				version.patch = 0;
				break;
			case "minor": version.patch = 0;
		}
		return version.format();
	};
	const isPrerelease = (type) => {
		return type.startsWith("pre");
	};
	module.exports = truncate;
}));

// node_modules/semver/internal/lrucache.js
var require_lrucache = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var LRUCache = class {
		constructor() {
			this.max = 1e3;
			this.map = /* @__PURE__ */ new Map();
		}
		get(key) {
			const value = this.map.get(key);
			if (value === void 0) return;
			else {
				this.map.delete(key);
				this.map.set(key, value);
				return value;
			}
		}
		delete(key) {
			return this.map.delete(key);
		}
		set(key, value) {
			if (!this.delete(key) && value !== void 0) {
				if (this.map.size >= this.max) {
					const firstKey = this.map.keys().next().value;
					this.delete(firstKey);
				}
				this.map.set(key, value);
			}
			return this;
		}
	};
	module.exports = LRUCache;
}));

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { MAX_LENGTH, MAX_SAFE_BUILD_LENGTH, WHITESPACE_CHARACTERS } = require_constants();
	/**
	* Remembers the last two rows of digits so their characters need not be reread.
	* Positions start at -1 until a row has been found.
	*
	* @typedef {object} DigitRunCache
	* @property {number} start The first character of the most recently found row.
	* @property {number} end The position after that row's last character.
	* @property {number} previousStart The first character of the previous row.
	* @property {number} previousEnd The position after the previous row.
	*/
	const whitespace = /* @__PURE__ */ new Uint8Array(65536);
	for (const char of WHITESPACE_CHARACTERS) whitespace[char.charCodeAt(0)] = 1;
	/**
	* Checks whether a character is whitespace, like a space, tab, or newline.
	* Looking past the end of the string returns false.
	*
	* @param {string|undefined} char One character, or undefined past the string's end.
	* @returns {boolean} Whether the character is whitespace.
	* @example isWhitespace(' ') // true
	* @example isWhitespace('1') // false
	*/
	const isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
	/**
	* Checks for v, =, or whitespace before the version number.
	* These are historical version prefixes, not range operators:
	* < and > are handled separately, as are tilde and caret ranges.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character can belong to a version prefix.
	* @example isVersionPrefix('=') // true
	* @example isVersionPrefix('>') // false
	*/
	const isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
	/**
	* Checks whether a character is one of the digits 0 through 9.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character is an ASCII digit.
	* @example isDigit('7') // true
	* @example isDigit('.') // false
	*/
	const isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
	/**
	* Checks whether a character is an English letter, uppercase or lowercase.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character is an ASCII letter.
	* @example isLetter('b') // true
	* @example isLetter('7') // false
	*/
	const isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
	/**
	* Checks for a letter, digit, or hyphen: the characters allowed inside
	* prerelease and build names such as beta-1.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character can be part of an identifier.
	* @example isIdentifierCharacter('-') // true
	* @example isIdentifierCharacter('.') // false; dots separate identifiers
	*/
	const isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
	/**
	* Checks whether a version component can begin here: with a digit or
	* a wildcard such as x, X, or *.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether a number or wildcard can start with this character.
	* @example isVersionStart('x') // true
	* @example isVersionStart('v') // false; v belongs to the prefix
	*/
	const isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
	/**
	* Finds the end of a row of digits, but returns no more than limit digits.
	* Remembers the last two rows so looking at them again does not reread them.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of the first character to check.
	* @param {number} limit The most digit characters the returned match can include.
	* @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
	* @returns {number} The position after the matched digits, or start if none match.
	* @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
	* @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
	*/
	const findDigitsEndIndex = (range, start, limit, digitRuns) => {
		if (!isDigit(range[start])) return start;
		if (start >= digitRuns.start && start < digitRuns.end) return Math.min(start + limit, digitRuns.end);
		if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) return Math.min(start + limit, digitRuns.previousEnd);
		let end = start + 1;
		while (isDigit(range[end])) end++;
		digitRuns.previousStart = digitRuns.start;
		digitRuns.previousEnd = digitRuns.end;
		digitRuns.start = start;
		digitRuns.end = end;
		return Math.min(start + limit, end);
	};
	/**
	* Reads a number using the old regex's length and leading-zero rules.
	* Strict mode reads just the first zero in 012; loose mode can read all three.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the number should begin.
	* @param {boolean} loose Whether to allow leading zeros.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched digits, not their numeric value.
	* @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
	* @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
	*/
	const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
		if (!loose && range[start] === "0") return start + 1;
		return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
	};
	/**
	* Reads one piece of a prerelease name, such as beta or 1 in beta.1.
	* Tries the letter-or-hyphen form first, then the number-only form.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the identifier should begin.
	* @param {boolean} loose Whether numeric identifiers may have leading zeros.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the identifier, or start if none matches.
	* @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
	* @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
	*/
	const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
		const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
		if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
			let end = digitsEnd + 1;
			const limit = end + MAX_SAFE_BUILD_LENGTH;
			while (end < limit && isIdentifierCharacter(range[end])) end++;
			return end;
		}
		return findVersionNumberEndIndex(range, start, loose, digitRuns);
	};
	/**
	* Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
	* Loose mode also allows the name without its opening hyphen.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the suffix should begin, including -.
	* @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched suffix, or start if absent.
	* @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
	* @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
	*/
	const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
		const hyphen = range[start] === "-";
		if (!loose && !hyphen) return start;
		const identifierStart = start + (hyphen ? 1 : 0);
		let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
		if (end === identifierStart) {
			if (!loose || !hyphen) return start;
			end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
		}
		while (range[end] === ".") {
			const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	/**
	* Reads one build-name piece, such as sha or 123 in +sha.123.
	* Stops at a disallowed character or the old regex's length limit.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the identifier should begin.
	* @returns {number} The position after the identifier, or start if none matches.
	* @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
	* @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
	*/
	const findBuildIdentifierEndIndex = (range, start) => {
		let end = start;
		while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) end++;
		return end;
	};
	/**
	* Reads optional build metadata such as +sha.123.
	* Leaves the position unchanged if there is no plus sign followed by a name.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the opening + should be.
	* @returns {number} The position after the matched metadata, or start if absent.
	* @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
	* @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
	*/
	const findBuildEndIndex = (range, start) => {
		if (range[start] !== "+") return start;
		let end = findBuildIdentifierEndIndex(range, start + 1);
		if (end === start + 1) return start;
		while (range[end] === ".") {
			const next = findBuildIdentifierEndIndex(range, end + 1);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	/**
	* Reads three numbers separated by dots, then any prerelease and build suffixes.
	* Uses loose rules, so forms such as 01.02.03beta can match here.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of the first number, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the version match, or start if none matches.
	* @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
	* @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
	*/
	const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
		let end = start;
		for (let component = 0; component < 3; component++) {
			const next = findVersionNumberEndIndex(range, end, true, digitRuns);
			if (next === end) return start;
			end = next;
			if (component < 2) {
				if (range[end] !== ".") return start;
				end++;
			}
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	/**
	* Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
	* Numbers use strict leading-zero rules; wildcards take up one character.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the component should begin.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the component, or start if none matches.
	* @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
	* @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
	*/
	const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
		if (isDigit(range[start])) return findVersionNumberEndIndex(range, start, false, digitRuns);
		return isVersionStart(range[start]) ? start + 1 : start;
	};
	/**
	* Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
	* After the third component, also reads any strict prerelease and build suffixes.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of a number or wildcard, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched version text.
	* @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
	* @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
	*/
	const findPartialVersionEndIndex = (range, start, digitRuns) => {
		let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
		for (let component = 0; component < 2; component++) {
			if (range[end] !== ".") return end;
			const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
			if (next === end + 1) return end;
			end = next;
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	/**
	* Finds where a version match ends, without deciding whether the range is valid.
	* Tries a loose full version first, then a partial or wildcard version, just
	* like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of a number or wildcard, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position where scanning the next candidate can resume.
	* @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
	* @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
	*/
	const findVersionEndIndex = (range, start, digitRuns) => {
		const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
		return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
	};
	/**
	* Finds the one whitespace character the old replacement would remove.
	* Keeps leading whitespace, skips an optional operator, and checks immediately
	* after it. Returns -1 if there is nothing to remove.
	*
	* @param {string} range The text containing a candidate already found by the caller.
	* @param {number} matchStart The candidate's position, including leading whitespace.
	* @returns {number} The position of the removable whitespace, or -1 if absent.
	* @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
	* @example findRemovableWhitespaceIndex('>1', 0) // -1
	*/
	const findRemovableWhitespaceIndex = (range, matchStart) => {
		let position = matchStart;
		if (isWhitespace(range[position])) position++;
		if (range[position] === "<" || range[position] === ">") position++;
		if (range[position] === "=") position++;
		return isWhitespace(range[position]) ? position : -1;
	};
	/**
	* Joins an operator to its version, turning > 1.2.3 into >1.2.3.
	* Copies everything else according to the old regex's matching rules.
	* Moves forward through prefixes and whole versions to avoid repeatedly
	* searching the same characters on long inputs.
	*
	* @param {string} range The range text to process; the original string is unchanged.
	* @returns {string} The range with matched operator whitespace removed.
	* @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
	* @example trimComparatorWhitespace('> invalid') // '> invalid'
	*/
	const trimComparatorWhitespace = (range) => {
		let result = "";
		let copyFrom = 0;
		let cursor = 0;
		const digitRuns = {
			start: -1,
			end: -1,
			previousStart: -1,
			previousEnd: -1
		};
		while (cursor < range.length) {
			const matchStart = cursor;
			if (range[cursor] === "<" || range[cursor] === ">") cursor++;
			else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
				cursor++;
				continue;
			}
			while (cursor < range.length && isVersionPrefix(range[cursor])) cursor++;
			if (!isVersionStart(range[cursor])) continue;
			const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
			if (whitespacePosition !== -1) {
				result += range.slice(copyFrom, whitespacePosition);
				copyFrom = whitespacePosition + 1;
			}
			cursor = findVersionEndIndex(range, cursor, digitRuns);
		}
		return result + range.slice(copyFrom);
	};
	module.exports = trimComparatorWhitespace;
}));

// node_modules/semver/classes/range.js
var require_range = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SPACE_CHARACTERS = /\s+/g;
	var Range = class Range {
		constructor(range, options) {
			options = parseOptions(options);
			if (range instanceof Range) {
				if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) return range;
				else return new Range(range.raw, options);
			}
			if (range instanceof Comparator) {
				this.raw = range.value;
				this.set = [[range]];
				this.formatted = void 0;
				return this;
			}
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
			this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
			if (!this.set.length) throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
			if (this.set.length > 1) {
				const first = this.set[0];
				this.set = this.set.filter((c) => !isNullSet(c[0]));
				if (this.set.length === 0) this.set = [first];
				else if (this.set.length > 1) {
					for (const c of this.set) if (c.length === 1 && isAny(c[0])) {
						this.set = [c];
						break;
					}
				}
			}
			this.formatted = void 0;
		}
		get range() {
			if (this.formatted === void 0) {
				this.formatted = "";
				for (let i = 0; i < this.set.length; i++) {
					if (i > 0) this.formatted += "||";
					const comps = this.set[i];
					for (let k = 0; k < comps.length; k++) {
						if (k > 0) this.formatted += " ";
						this.formatted += comps[k].toString().trim();
					}
				}
			}
			return this.formatted;
		}
		format() {
			return this.range;
		}
		toString() {
			return this.range;
		}
		parseRange(range) {
			range = range.replace(BUILDSTRIPRE, "");
			const memoKey = ((this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE)) + ":" + range;
			const cached = cache.get(memoKey);
			if (cached) return cached;
			const loose = this.options.loose;
			const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
			range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
			debug("hyphen replace", range);
			range = trimComparatorWhitespace(range);
			debug("comparator trim", range);
			range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
			debug("tilde trim", range);
			range = range.replace(re[t.CARETTRIM], caretTrimReplace);
			debug("caret trim", range);
			let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
			if (loose) rangeList = rangeList.filter((comp) => {
				debug("loose invalid filter", comp, this.options);
				return !!comp.match(re[t.COMPARATORLOOSE]);
			});
			debug("range list", rangeList);
			const rangeMap = /* @__PURE__ */ new Map();
			const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
			for (const comp of comparators) {
				if (isNullSet(comp)) return [comp];
				rangeMap.set(comp.value, comp);
			}
			if (rangeMap.size > 1 && rangeMap.has("")) rangeMap.delete("");
			const result = [...rangeMap.values()];
			cache.set(memoKey, result);
			return result;
		}
		intersects(range, options) {
			if (!(range instanceof Range)) throw new TypeError("a Range is required");
			return this.set.some((thisComparators) => {
				return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
					return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
						return rangeComparators.every((rangeComparator) => {
							return thisComparator.intersects(rangeComparator, options);
						});
					});
				});
			});
		}
		test(version) {
			if (!version) return false;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			for (let i = 0; i < this.set.length; i++) if (testSet(this.set[i], version, this.options)) return true;
			return false;
		}
	};
	module.exports = Range;
	const cache = new (require_lrucache())();
	const parseOptions = require_parse_options();
	const Comparator = require_comparator();
	const debug = require_debug();
	const SemVer = require_semver$1();
	const trimComparatorWhitespace = require_trim_comparator_whitespace();
	const { safeRe: re, src, t, tildeTrimReplace, caretTrimReplace } = require_re();
	const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
	const BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
	const isNullSet = (c) => c.value === "<0.0.0-0";
	const isAny = (c) => c.value === "";
	const isSatisfiable = (comparators, options) => {
		let result = true;
		const remainingComparators = comparators.slice();
		let testComparator = remainingComparators.pop();
		while (result && remainingComparators.length) {
			result = remainingComparators.every((otherComparator) => {
				return testComparator.intersects(otherComparator, options);
			});
			testComparator = remainingComparators.pop();
		}
		return result;
	};
	const parseComparator = (comp, options) => {
		comp = comp.replace(re[t.BUILD], "");
		debug("comp", comp, options);
		comp = replaceCarets(comp, options);
		debug("caret", comp);
		comp = replaceTildes(comp, options);
		debug("tildes", comp);
		comp = replaceXRanges(comp, options);
		debug("xrange", comp);
		comp = replaceStars(comp, options);
		debug("stars", comp);
		return comp;
	};
	const isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
	const invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
	const replaceTildes = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
	};
	const replaceTilde = (comp, options) => {
		const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("tilde", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
			else if (pr) {
				debug("replaceTilde pr", pr);
				ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
			} else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
			debug("tilde return", ret);
			return ret;
		});
	};
	const replaceCarets = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
	};
	const replaceCaret = (comp, options) => {
		debug("caret", comp, options);
		const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("caret", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) {
				if (M === "0") ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
				else ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
			} else if (pr) {
				debug("replaceCaret pr", pr);
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
			} else {
				debug("no pr");
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
			}
			debug("caret return", ret);
			return ret;
		});
	};
	const replaceXRanges = (comp, options) => {
		debug("replaceXRanges", comp, options);
		return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
	};
	const replaceXRange = (comp, options) => {
		comp = comp.trim();
		const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
		return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
			debug("xRange", comp, ret, gtlt, M, m, p, pr);
			if (invalidXRangeOrder(M, m, p)) return comp;
			const xM = isX(M);
			const xm = xM || isX(m);
			const xp = xm || isX(p);
			const anyX = xp;
			if (gtlt === "=" && anyX) gtlt = "";
			pr = options.includePrerelease ? "-0" : "";
			if (xM) {
				if (gtlt === ">" || gtlt === "<") ret = "<0.0.0-0";
				else ret = "*";
			} else if (gtlt && anyX) {
				if (xm) m = 0;
				p = 0;
				if (gtlt === ">") {
					gtlt = ">=";
					if (xm) {
						M = +M + 1;
						m = 0;
						p = 0;
					} else {
						m = +m + 1;
						p = 0;
					}
				} else if (gtlt === "<=") {
					gtlt = "<";
					if (xm) M = +M + 1;
					else m = +m + 1;
				}
				if (gtlt === "<") pr = "-0";
				ret = `${gtlt + M}.${m}.${p}${pr}`;
			} else if (xm) ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
			else if (xp) ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
			debug("xRange return", ret);
			return ret;
		});
	};
	const replaceStars = (comp, options) => {
		debug("replaceStars", comp, options);
		return comp.trim().replace(re[t.STAR], "");
	};
	const replaceGTE0 = (comp, options) => {
		debug("replaceGTE0", comp, options);
		return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
	};
	const hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
		if (isX(fM)) from = "";
		else if (isX(fm)) from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
		else if (isX(fp)) from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
		else if (fpr) from = `>=${from}`;
		else from = `>=${from}${incPr ? "-0" : ""}`;
		if (isX(tM)) to = "";
		else if (isX(tm)) to = `<${+tM + 1}.0.0-0`;
		else if (isX(tp)) to = `<${tM}.${+tm + 1}.0-0`;
		else if (tpr) to = `<=${tM}.${tm}.${tp}-${tpr}`;
		else if (incPr) to = `<${tM}.${tm}.${+tp + 1}-0`;
		else to = `<=${to}`;
		return `${from} ${to}`.trim();
	};
	const testSet = (set, version, options) => {
		for (let i = 0; i < set.length; i++) if (!set[i].test(version)) return false;
		if (version.prerelease.length && !options.includePrerelease) {
			for (let i = 0; i < set.length; i++) {
				debug(set[i].semver);
				if (set[i].semver === Comparator.ANY) continue;
				if (set[i].semver.prerelease.length > 0) {
					const allowed = set[i].semver;
					if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) return true;
				}
			}
			return false;
		}
		return true;
	};
}));

// node_modules/semver/classes/comparator.js
var require_comparator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ANY = Symbol("SemVer ANY");
	var Comparator = class Comparator {
		static get ANY() {
			return ANY;
		}
		constructor(comp, options) {
			options = parseOptions(options);
			if (comp instanceof Comparator) {
				if (comp.loose === !!options.loose) return comp;
				else comp = comp.value;
			}
			comp = comp.trim().split(/\s+/).join(" ");
			debug("comparator", comp, options);
			this.options = options;
			this.loose = !!options.loose;
			this.parse(comp);
			if (this.semver === ANY) this.value = "";
			else this.value = this.operator + this.semver.version;
			debug("comp", this);
		}
		parse(comp) {
			const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
			const m = comp.match(r);
			if (!m) throw new TypeError(`Invalid comparator: ${comp}`);
			this.operator = m[1] !== void 0 ? m[1] : "";
			if (this.operator === "=") this.operator = "";
			if (!m[2]) this.semver = ANY;
			else this.semver = new SemVer(m[2], this.options.loose);
		}
		toString() {
			return this.value;
		}
		test(version) {
			debug("Comparator.test", version, this.options.loose);
			if (this.semver === ANY || version === ANY) return true;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			return cmp(version, this.operator, this.semver, this.options);
		}
		intersects(comp, options) {
			if (!(comp instanceof Comparator)) throw new TypeError("a Comparator is required");
			if (this.operator === "") {
				if (this.value === "") return true;
				return new Range(comp.value, options).test(this.value);
			} else if (comp.operator === "") {
				if (comp.value === "") return true;
				return new Range(this.value, options).test(comp.semver);
			}
			options = parseOptions(options);
			if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) return false;
			if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) return false;
			if (this.operator.startsWith(">") && comp.operator.startsWith(">")) return true;
			if (this.operator.startsWith("<") && comp.operator.startsWith("<")) return true;
			if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) return true;
			if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) return true;
			if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) return true;
			return false;
		}
	};
	module.exports = Comparator;
	const parseOptions = require_parse_options();
	const { safeRe: re, t } = require_re();
	const cmp = require_cmp();
	const debug = require_debug();
	const SemVer = require_semver$1();
	const Range = require_range();
}));

// node_modules/semver/functions/satisfies.js
var require_satisfies = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const satisfies = (version, range, options) => {
		try {
			range = new Range(range, options);
		} catch (er) {
			return false;
		}
		return range.test(version);
	};
	module.exports = satisfies;
}));

// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
	module.exports = toComparators;
}));

// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const maxSatisfying = (versions, range, options) => {
		let max = null;
		let maxSV = null;
		let rangeObj = null;
		try {
			rangeObj = new Range(range, options);
		} catch (er) {
			return null;
		}
		versions.forEach((v) => {
			if (rangeObj.test(v)) {
				if (!max || maxSV.compare(v) === -1) {
					max = v;
					maxSV = new SemVer(max, options);
				}
			}
		});
		return max;
	};
	module.exports = maxSatisfying;
}));

// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const minSatisfying = (versions, range, options) => {
		let min = null;
		let minSV = null;
		let rangeObj = null;
		try {
			rangeObj = new Range(range, options);
		} catch (er) {
			return null;
		}
		versions.forEach((v) => {
			if (rangeObj.test(v)) {
				if (!min || minSV.compare(v) === 1) {
					min = v;
					minSV = new SemVer(min, options);
				}
			}
		});
		return min;
	};
	module.exports = minSatisfying;
}));

// node_modules/semver/ranges/min-version.js
var require_min_version = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const gt = require_gt();
	const minVersion = (range, loose) => {
		range = new Range(range, loose);
		let minver = new SemVer("0.0.0");
		if (range.test(minver)) return minver;
		minver = new SemVer("0.0.0-0");
		if (range.test(minver)) return minver;
		minver = null;
		for (let i = 0; i < range.set.length; ++i) {
			const comparators = range.set[i];
			let setMin = null;
			comparators.forEach((comparator) => {
				const compver = new SemVer(comparator.semver.version);
				switch (comparator.operator) {
					case ">":
						if (compver.prerelease.length === 0) compver.patch++;
						else compver.prerelease.push(0);
						compver.raw = compver.format();
					case "":
					case ">=":
						if (!setMin || gt(compver, setMin)) setMin = compver;
						break;
					case "<":
					case "<=": break;
					/* istanbul ignore next */
					default: throw new Error(`Unexpected operation: ${comparator.operator}`);
				}
			});
			if (setMin && (!minver || gt(minver, setMin))) minver = setMin;
		}
		if (minver && range.test(minver)) return minver;
		return null;
	};
	module.exports = minVersion;
}));

// node_modules/semver/ranges/valid.js
var require_valid = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const validRange = (range, options) => {
		try {
			return new Range(range, options).range || "*";
		} catch (er) {
			return null;
		}
	};
	module.exports = validRange;
}));

// node_modules/semver/ranges/outside.js
var require_outside = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Comparator = require_comparator();
	const { ANY } = Comparator;
	const Range = require_range();
	const satisfies = require_satisfies();
	const gt = require_gt();
	const lt = require_lt();
	const lte = require_lte();
	const gte = require_gte();
	const outside = (version, range, hilo, options) => {
		version = new SemVer(version, options);
		range = new Range(range, options);
		let gtfn, ltefn, ltfn, comp, ecomp;
		switch (hilo) {
			case ">":
				gtfn = gt;
				ltefn = lte;
				ltfn = lt;
				comp = ">";
				ecomp = ">=";
				break;
			case "<":
				gtfn = lt;
				ltefn = gte;
				ltfn = gt;
				comp = "<";
				ecomp = "<=";
				break;
			default: throw new TypeError("Must provide a hilo val of \"<\" or \">\"");
		}
		if (satisfies(version, range, options)) return false;
		for (let i = 0; i < range.set.length; ++i) {
			const comparators = range.set[i];
			let high = null;
			let low = null;
			comparators.forEach((comparator) => {
				if (comparator.semver === ANY) comparator = new Comparator(">=0.0.0");
				high = high || comparator;
				low = low || comparator;
				if (gtfn(comparator.semver, high.semver, options)) high = comparator;
				else if (ltfn(comparator.semver, low.semver, options)) low = comparator;
			});
			if (high.operator === comp || high.operator === ecomp) return false;
			if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) return false;
			else if (low.operator === ecomp && ltfn(version, low.semver)) return false;
		}
		return true;
	};
	module.exports = outside;
}));

// node_modules/semver/ranges/gtr.js
var require_gtr = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const outside = require_outside();
	const gtr = (version, range, options) => outside(version, range, ">", options);
	module.exports = gtr;
}));

// node_modules/semver/ranges/ltr.js
var require_ltr = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const outside = require_outside();
	const ltr = (version, range, options) => outside(version, range, "<", options);
	module.exports = ltr;
}));

// node_modules/semver/ranges/intersects.js
var require_intersects = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const intersects = (r1, r2, options) => {
		r1 = new Range(r1, options);
		r2 = new Range(r2, options);
		return r1.intersects(r2, options);
	};
	module.exports = intersects;
}));

// node_modules/semver/ranges/simplify.js
var require_simplify = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const satisfies = require_satisfies();
	const compare = require_compare();
	module.exports = (versions, range, options) => {
		const set = [];
		let first = null;
		let prev = null;
		const v = versions.sort((a, b) => compare(a, b, options));
		for (const version of v) if (satisfies(version, range, options)) {
			prev = version;
			if (!first) first = version;
		} else {
			if (prev) set.push([first, prev]);
			prev = null;
			first = null;
		}
		if (first) set.push([first, null]);
		const ranges = [];
		for (const [min, max] of set) if (min === max) ranges.push(min);
		else if (!max && min === v[0]) ranges.push("*");
		else if (!max) ranges.push(`>=${min}`);
		else if (min === v[0]) ranges.push(`<=${max}`);
		else ranges.push(`${min} - ${max}`);
		const simplified = ranges.join(" || ");
		const original = typeof range.raw === "string" ? range.raw : String(range);
		return simplified.length < original.length ? simplified : range;
	};
}));

// node_modules/semver/ranges/subset.js
var require_subset = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const Comparator = require_comparator();
	const { ANY } = Comparator;
	const satisfies = require_satisfies();
	const compare = require_compare();
	const subset = (sub, dom, options = {}) => {
		if (sub === dom) return true;
		sub = new Range(sub, options);
		dom = new Range(dom, options);
		let sawNonNull = false;
		OUTER: for (const simpleSub of sub.set) {
			for (const simpleDom of dom.set) {
				const isSub = simpleSubset(simpleSub, simpleDom, options);
				sawNonNull = sawNonNull || isSub !== null;
				if (isSub) continue OUTER;
			}
			if (sawNonNull) return false;
		}
		return true;
	};
	const minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
	const minimumVersion = [new Comparator(">=0.0.0")];
	const simpleSubset = (sub, dom, options) => {
		if (sub === dom) return true;
		if (sub.length === 1 && sub[0].semver === ANY) {
			if (dom.length === 1 && dom[0].semver === ANY) return true;
			else if (options.includePrerelease) sub = minimumVersionWithPreRelease;
			else sub = minimumVersion;
		}
		if (dom.length === 1 && dom[0].semver === ANY) {
			if (options.includePrerelease) return true;
			else dom = minimumVersion;
		}
		const eqSet = /* @__PURE__ */ new Set();
		let gt, lt;
		for (const c of sub) if (c.operator === ">" || c.operator === ">=") gt = higherGT(gt, c, options);
		else if (c.operator === "<" || c.operator === "<=") lt = lowerLT(lt, c, options);
		else eqSet.add(c.semver);
		if (eqSet.size > 1) return null;
		let gtltComp;
		if (gt && lt) {
			gtltComp = compare(gt.semver, lt.semver, options);
			if (gtltComp > 0) return null;
			else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) return null;
		}
		for (const eq of eqSet) {
			if (gt && !satisfies(eq, String(gt), options)) return null;
			if (lt && !satisfies(eq, String(lt), options)) return null;
			for (const c of dom) if (!satisfies(eq, String(c), options)) return false;
			return true;
		}
		let higher, lower;
		let hasDomLT, hasDomGT;
		let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
		let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
		if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) needDomLTPre = false;
		for (const c of dom) {
			hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
			hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
			if (gt) {
				if (needDomGTPre) {
					if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) needDomGTPre = false;
				}
				if (c.operator === ">" || c.operator === ">=") {
					higher = higherGT(gt, c, options);
					if (higher === c && higher !== gt) return false;
				} else if (gt.operator === ">=" && !c.test(gt.semver)) return false;
			}
			if (lt) {
				if (needDomLTPre) {
					if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) needDomLTPre = false;
				}
				if (c.operator === "<" || c.operator === "<=") {
					lower = lowerLT(lt, c, options);
					if (lower === c && lower !== lt) return false;
				} else if (lt.operator === "<=" && !c.test(lt.semver)) return false;
			}
			if (!c.operator && (lt || gt) && gtltComp !== 0) return false;
		}
		if (gt && hasDomLT && !lt && gtltComp !== 0) return false;
		if (lt && hasDomGT && !gt && gtltComp !== 0) return false;
		if (needDomGTPre || needDomLTPre) return false;
		return true;
	};
	const higherGT = (a, b, options) => {
		if (!a) return b;
		const comp = compare(a.semver, b.semver, options);
		return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
	};
	const lowerLT = (a, b, options) => {
		if (!a) return b;
		const comp = compare(a.semver, b.semver, options);
		return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
	};
	module.exports = subset;
}));

// node_modules/semver/index.js
var require_semver = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const internalRe = require_re();
	const constants = require_constants();
	const SemVer = require_semver$1();
	const identifiers = require_identifiers();
	const parse = require_parse();
	const valid = require_valid$1();
	const clean = require_clean();
	const inc = require_inc();
	const diff = require_diff();
	const major = require_major();
	const minor = require_minor();
	const patch = require_patch();
	const prerelease = require_prerelease();
	const compare = require_compare();
	const rcompare = require_rcompare();
	const compareLoose = require_compare_loose();
	const compareBuild = require_compare_build();
	const sort = require_sort();
	const rsort = require_rsort();
	const gt = require_gt();
	const lt = require_lt();
	const eq = require_eq();
	const neq = require_neq();
	const gte = require_gte();
	const lte = require_lte();
	const cmp = require_cmp();
	const coerce = require_coerce();
	const truncate = require_truncate();
	const Comparator = require_comparator();
	const Range = require_range();
	const satisfies = require_satisfies();
	const toComparators = require_to_comparators();
	const maxSatisfying = require_max_satisfying();
	const minSatisfying = require_min_satisfying();
	const minVersion = require_min_version();
	const validRange = require_valid();
	const outside = require_outside();
	const gtr = require_gtr();
	const ltr = require_ltr();
	const intersects = require_intersects();
	const simplifyRange = require_simplify();
	const subset = require_subset();
	module.exports = {
		parse,
		valid,
		clean,
		inc,
		diff,
		major,
		minor,
		patch,
		prerelease,
		compare,
		rcompare,
		compareLoose,
		compareBuild,
		sort,
		rsort,
		gt,
		lt,
		eq,
		neq,
		gte,
		lte,
		cmp,
		coerce,
		truncate,
		Comparator,
		Range,
		satisfies,
		toComparators,
		maxSatisfying,
		minSatisfying,
		minVersion,
		validRange,
		outside,
		gtr,
		ltr,
		intersects,
		simplifyRange,
		subset,
		SemVer,
		re: internalRe.re,
		src: internalRe.src,
		tokens: internalRe.t,
		SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
		RELEASE_TYPES: constants.RELEASE_TYPES,
		compareIdentifiers: identifiers.compareIdentifiers,
		rcompareIdentifiers: identifiers.rcompareIdentifiers
	};
}));

// src/domain/versions/versions.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
const grammars = {
	PyPI: {
		name: "PEP 440",
		example: "3.1.0, 3.1.0a1",
		isVersion: (text) => valid(text) !== null,
		normalize: (text) => explain(text)?.local === null ? clean(text) : null,
		isPrerelease: (version) => {
			const parts = explain(version);
			return parts !== null && (parts.is_prerelease || parts.is_devrelease);
		},
		compare: (a, b) => compare(a, b)
	},
	"crates.io": {
		name: "SemVer",
		example: "0.23.0, 0.23.0-beta.1",
		isVersion: (text) => import_semver.default.valid(text) === text.split("+")[0],
		normalize: (text) => import_semver.default.valid(text) === text.split("+")[0] ? text : null,
		isPrerelease: (version) => import_semver.default.prerelease(version) !== null,
		compare: (a, b) => import_semver.default.compare(a, b)
	}
};
/** True for a version in the grammar of the ecosystem (PEP 440 or SemVer). */
function isVersion(ecosystem, text) {
	return grammars[ecosystem].isVersion(text);
}
/** Orders valid versions for `sort()`, oldest first. */
function compareVersions(ecosystem, a, b) {
	return grammars[ecosystem].compare(a, b);
}

// src/domain/versions/version-bounds.ts
const CLAUSE = /^(>=|<)\s{0,3}([^\s<>=!~]{1,40})$/;
/**
* Parses bounds: at most one `>=` clause and one `<` clause, separated by a comma.
*
* @returns `undefined` for anything else, for an invalid version and for an empty interval; see `boundsGrammar`
*/
function readBounds(ecosystem, text) {
	const clauses = text.split(",").map((clause) => CLAUSE.exec(clause.trim()));
	if (clauses.length > 2) return void 0;
	const bounds = {};
	for (const clause of clauses) {
		const [, operator, version] = clause ?? [];
		if (version === void 0 || !isVersion(ecosystem, version)) return void 0;
		const end = operator === "<" ? "before" : "from";
		if (bounds[end] !== void 0) return void 0;
		bounds[end] = version;
	}
	const { from, before } = bounds;
	return from !== void 0 && before !== void 0 && compareVersions(ecosystem, from, before) >= 0 ? void 0 : bounds;
}

// src/domain/affected/range-conditions.ts
/** Returns what a range has to be combined with, Python last; empty if its versions alone decide. */
function rangeConditions({ ecosystem, with: others = [], python }) {
	return [...others.map(({ package: name, versions }) => ({
		name,
		ecosystem,
		bounds: readBounds(ecosystem, versions) ?? {}
	})), ...python === void 0 ? [] : [{
		name: "Python",
		ecosystem: "PyPI",
		bounds: readBounds("PyPI", python) ?? {}
	}]];
}

// src/i18n/range-words.ts
const rangeWords = {
	en: {
		bounds: ({ from, before }) => {
			if (from === void 0) return before === void 0 ? "all versions" : `before ${before}`;
			return before === void 0 ? `${from} or later` : `${from} to before ${before}`;
		},
		together: (versions, partners) => `${versions} with ${partners.join(" and ")}`
	},
	zh: {
		bounds: ({ from, before }) => {
			if (from === void 0) return before === void 0 ? "所有版本" : `低于 ${before}`;
			return before === void 0 ? `${from} 或更高版本` : `${from} 起，低于 ${before}`;
		},
		together: (versions, partners) => `${versions}（搭配 ${partners.join("、")}）`
	}
};
/** Describes the versions of a range, and what they are affected with: `0.61.0 to before 0.61.2 with numpy 2.2 or later`. */
function describeRange(range, locale) {
	const { bounds, together } = rangeWords[locale];
	const { introduced, fixed } = range;
	const versions = bounds({
		...introduced !== void 0 && { from: introduced },
		...fixed !== void 0 && { before: fixed }
	});
	const partners = rangeConditions(range).map((condition) => `${condition.name} ${bounds(condition.bounds)}`);
	return partners.length > 0 ? together(versions, partners) : versions;
}

// src/i18n/lookup-words.ts
const lookupWords = {
	en: {
		systems: {
			pip: "From PyPI",
			debian: "Debian, Ubuntu",
			fedora: "Fedora, RHEL",
			alpine: "Alpine",
			arch: "Arch Linux",
			homebrew: "macOS (Homebrew)",
			conda: "conda-forge",
			windows: "Windows"
		},
		wheel: "Without a compiler",
		unverified: "not verified",
		unknown: (name) => `\`${name}\` is not in our table.`,
		rows: (n) => `${n} rows`
	},
	zh: {
		systems: {
			pip: "PyPI",
			debian: "Debian、Ubuntu",
			fedora: "Fedora、RHEL",
			alpine: "Alpine",
			arch: "Arch Linux",
			homebrew: "macOS（Homebrew）",
			conda: "conda-forge",
			windows: "Windows"
		},
		wheel: "不需要编译器",
		unverified: "未核实",
		unknown: (name) => `我们的表中没有 \`${name}\`。`,
		rows: (n) => `共 ${n} 行`
	}
};

// src/social/reply.ts
/** Maximum number of ranges in a reply; the article shows a longer list as a table. Chosen. */
const MAX_RANGES = 3;
/** Returns a reply to a bug report, as Markdown: the known fault, what to do about it, and the affected versions. */
function replyWith({ title, fix, commands = [], affected }, permalink, locale) {
	const { text, command } = fix;
	const ranges = affected.map((range) => `${range.package} ${describeRange(range, locale)}`);
	return replyWords[locale].reply(markdownLink(title, permalink), [
		markdownWithCode(text),
		...command === void 0 ? [] : [codeBlock(command)],
		...commands.length === 0 ? [] : [codeBlock(commandLines(commands, locale))]
	], ranges.length > MAX_RANGES ? [] : ranges.map(markdownText));
}
/** Lists commands with their systems as comments of a shell. */
function commandLines(commands, locale) {
	const { systems, wheel } = lookupWords[locale];
	return commands.flatMap(({ system, command, isWheel }) => [`# ${isWheel ? wheel : systems[system]}`, command]).join("\n");
}

// src/domain/text/truncate.ts
/**
* Shortens a text for display.
*
* @param maxLength in code points, without the ellipsis
* @returns the text itself if it is short enough
*/
function truncate(text, maxLength, ellipsis = "...") {
	if (text.length <= maxLength) return text;
	const kept = Array.from(text.slice(0, 2 * maxLength)).slice(0, maxLength).join("");
	return kept.length < text.length ? kept + ellipsis : text;
}

// src/action/comment.ts
/** First line of a comment of the Action. Anyone can write it, so the author of the comment is checked as well. */
const MARKER = "<!-- known-faults -->";
/** Maximum number of characters of a quoted line. Chosen. */
const MAX_QUOTED = 300;
/** Characters that are invisible or reorder the text, and those without a meaning: private use and unassigned. */
const UNQUOTABLE = new RegExp(String.raw`[\p{C}${INVISIBLE}]+`, "gu");
/** More than three combining marks on one letter would cover the lines above and below. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;
/** Returns the permalink of the article about a fault. */
function articleAddress(site, id, language) {
	return absoluteAddress(site, localizedPath(permalinkPath(id), language));
}
/**
* Returns the answer to a report as Markdown: the reply of the article, and the line that identified the fault.
*
* @param line untrusted text from the report
*/
function answer(fault, address, line, language) {
	const { evidence } = replyWords[language];
	return [
		replyWith(fault, address, language),
		evidence,
		codeBlock(quotable(line))
	].join("\n\n");
}
/** Returns the comment for an answer. */
function answeringComment(text, ignoreLabel, language) {
	const { optOut } = replyWords[language];
	return [
		MARKER,
		text,
		optOut(codeSpan(ignoreLabel))
	].join("\n\n");
}
/** Returns the comment that replaces an answer after an edit of the report that made it wrong. */
function retractingComment(language) {
	return [MARKER, replyWords[language].gone].join("\n\n");
}
/**
* Makes an untrusted line safe to quote: without invisible characters, cut after 300 characters. Personal data is
* redacted, because the author of an issue can remove it there, but not from the comment of another user.
*/
function quotable(line) {
	const visible = line.replace(UNQUOTABLE, " ").replace(STACKED_MARKS, "$1").trim();
	const { text } = redact(visible);
	return truncate(text, MAX_QUOTED, " …");
}

// src/action/input-error.ts
/** An invalid input or event; the message names what was found and what is expected. */
var InputError = class extends Error {};

// src/domain/addresses/safe-address.ts
/** Hosts of this machine, as in the `hostname` of a URL. */
const LOOPBACK = [
	"localhost",
	"127.0.0.1",
	"[::1]"
];
/** Returns whether what an address answers cannot be read or changed on the way: https, or http on this machine. */
function isSafeAddress(address) {
	const protocol = protocolOf(address);
	if (protocol === "http:") return LOOPBACK.includes(new URL(address).hostname);
	return protocol === "https:";
}
const protocolOf = (address) => URL.canParse(address) ? new URL(address).protocol : "";

// src/action/inputs.ts
const modes = ["comment", "summary"];
const switches = ["false", "true"];
/**
* Reads and validates the inputs.
*
* @throws {InputError}
*/
function readInputs({ env, getInput }) {
	const oneOf = (name, values) => {
		const found = getInput(name);
		const value = values.find((candidate) => candidate === found);
		if (value === void 0) throw invalid(name, found, values.join(", "));
		return value;
	};
	const mode = oneOf("mode", modes);
	const token = getInput("token");
	if (mode === "comment" && token === "") throw invalid("token", token, "a token that may post comments");
	const ignoreLabel = getInput("ignore-label");
	if (ignoreLabel === "") throw invalid("ignore-label", ignoreLabel, "the name of a label");
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
function invalid(name, found, expected) {
	return new InputError(`Input ${name}: found ${JSON.stringify(found)}; allowed: ${expected}`);
}
function givenSite(address) {
	if (address === "") return void 0;
	const url = isSafeAddress(address) ? new URL(address) : void 0;
	if (!(url && url.username + url.password + url.search + url.hash === "")) throw invalid("site", address, "an https address without user, query or fragment");
	return url.href;
}
/** Returns the GitHub Pages of the repository with the Action, where its workflow deploys the site. */
function pagesAddress({ GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY = "" }) {
	const [owner = "", name = ""] = GITHUB_ACTION_REPOSITORY.split("/");
	if (GITHUB_SERVER_URL !== "https://github.com" || name === "") throw invalid("site", "", "the address of the site, since it cannot be derived from the repository of the Action");
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

// src/action/retry-limits.ts
/** Waiting time in all, in seconds. Chosen: a comment is not worth more of a runner's time. */
const MAX_SECONDS = 60;
/** Stops a tracker that asks for retries without a delay. Chosen. */
const MAX_WAITS = 4;
/** Bounds how long and how often a tracker may delay one run of the Action. */
var RetryLimits = class {
	#seconds = MAX_SECONDS;
	#waits = MAX_WAITS;
	/** Returns whether a delay, in seconds, is within the limits, and if so counts it. */
	grants(seconds) {
		if (seconds > this.#seconds || this.#waits === 0) return false;
		this.#seconds -= seconds;
		this.#waits -= 1;
		return true;
	}
};

// src/action/issue-comments.ts
const PAGE_SIZE = 100;
/** For all requests of a run together, waiting included. Chosen. */
const TIMEOUT_MS = 15e4;
/** After a temporary failure: the first after 1 s, the second after 4 s. */
const MAX_RETRIES = 2;
/** Status codes that a retry does not change. The throttling plugin retries 429 when the tracker asks for it. */
const PERMANENT = [
	400,
	401,
	403,
	404,
	410,
	422,
	429,
	451
];
/** The throttling plugin recognizes a rate limit by this phrase, which a proxy in front of the tracker does not send. */
const RATE_LIMIT_PHRASE = "secondary rate limit";
function addRateLimitPhrase(octokit) {
	octokit.hook.error("request", (error) => {
		if (isRateLimit(error) && !error.message.includes(RATE_LIMIT_PHRASE)) error.message += ` (${RATE_LIMIT_PHRASE})`;
		throw error;
	});
}
function isRateLimit(error) {
	if (!(error instanceof RequestError) || error.status !== 403 && error.status !== 429) return false;
	return error.response?.headers["retry-after"] !== void 0;
}
const Client = Octokit.plugin(addRateLimitPhrase, retry, throttling);
/** The comments of one issue. Every method throws a `RequestError` when its request fails. */
var IssueComments = class {
	#client;
	#issue;
	#repository;
	constructor({ api, token, owner, repo, issue, second }) {
		const limits = new RetryLimits();
		const waits = (seconds) => limits.grants(seconds);
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
			request: { signal: AbortSignal.timeout(TIMEOUT_MS) },
			retry: {
				retries: MAX_RETRIES,
				doNotRetry: PERMANENT,
				retryAfterBaseValue: second
			},
			throttle: {
				id: randomUUID(),
				retryAfterBaseValue: second,
				onRateLimit: waits,
				onSecondaryRateLimit: waits
			}
		});
	}
	/** Returns the first comment that starts with the marker and is by the owner of the token. */
	async findOwn(marker) {
		let owner;
		for (let page = 1;; page++) {
			const { data } = await this.#client.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
				...this.#issue,
				per_page: PAGE_SIZE,
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
			if (data.length < PAGE_SIZE) return void 0;
		}
	}
	/** Creates a comment and returns its address. */
	async create(body) {
		const { data } = await this.#client.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
			...this.#issue,
			body,
			request: { retries: 0 }
		});
		return data.html_url;
	}
	async update(id, body) {
		await this.#client.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
			...this.#repository,
			comment_id: id,
			body
		});
	}
	/**
	* Returns the id of the user that the token belongs to: unlike a login, it never passes to another user. REST refuses
	* this to the token of a workflow, GraphQL does not.
	*/
	async #tokenOwner() {
		const { viewer } = await this.#client.graphql("{ viewer { databaseId } }");
		return viewer.databaseId;
	}
};

// src/action/issue-event.ts
const ACTIONS = [
	"opened",
	"edited",
	"reopened"
];
/**
* Returns the issue of an event, or the reason why the Action ignores it.
*
* @param name of the event
* @param payload parsed JSON, not yet validated
* @param ignoreLabel name of the label that opts an issue out
* @throws {InputError} when an `issues` event has no issue
*/
function issueOf(name, payload, ignoreLabel) {
	if (name !== "issues") return { reason: `the event is ${name}; only issues events are handled.` };
	const { action, sender, issue } = payload ?? {};
	if (typeof issue?.number !== "number" || typeof issue.title !== "string") throw new InputError("GITHUB_EVENT_PATH: found an event without an issue; allowed: an issues event");
	if (!ACTIONS.includes(action)) return { reason: `only ${ACTIONS.join(", ")} issues are handled.` };
	if (issue.pull_request) return { reason: "it is a pull request." };
	if (issue.state === "closed") return { reason: "the issue is closed." };
	if (issue.locked === true) return { reason: "the issue is locked." };
	if (sender?.type === "Bot") return { reason: "the event was triggered by a bot." };
	if (labelsOf(issue.labels).includes(ignoreLabel)) return { reason: "the issue has the label that opts it out." };
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

// src/action/read-issue.ts
/** Opening fence of a code block, also in a quotation or a list. With backticks later in the line it is a code span. */
const FENCE = /^[\s>]*(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^ {0,3}#{1,6} /;
/** Text of an issue form for an empty field. */
const NO_RESPONSE = "_No response_";
const TAG = new RegExp(`</?(?:a|blockquote|br|code|details|div|em|h[1-6]|hr|img|kbd|li|ol|p|pre|samp|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|ul)(?: ?/| open| [a-z-]+=[^<>]*)?>`, "gi");
/**
* Extracts from an issue the text to diagnose: the title, then the body without code fences, HTML tags and comments
* (templates quote example errors there), and without what an issue form adds.
*/
function readIssue({ title, body }) {
	return [
		title,
		"",
		...new BodyReader(body.split(/\r\n?|\n/)).read()
	].join("\n");
}
/** Reads the lines of a body in order and keeps track of open fences and comments. */
var BodyReader = class {
	#lines;
	/** For each line, whether `-->` follows in a later line of the same paragraph. */
	#endsBelow;
	#fence = "";
	#isComment = false;
	constructor(lines) {
		this.#lines = lines;
		const endsBelow = [];
		for (let index = lines.length - 2; index >= 0; index--) {
			const next = lines[index + 1] ?? "";
			endsBelow[index] = next.trim() !== "" && (next.includes("-->") || endsBelow[index + 1] === true);
		}
		this.#endsBelow = endsBelow;
	}
	read() {
		return this.#lines.flatMap((line, index) => {
			if (this.#fence !== "") return this.#inFence(line);
			const text = this.#withoutComments(line, this.#endsBelow[index] === true);
			const [, fence = ""] = FENCE.exec(text) ?? [];
			this.#fence = fence;
			return fence === "" && text.trim() !== NO_RESPONSE ? plainLines(text) : [];
		});
	}
	/** Keeps code unchanged. A fence at least as long as the opening one ends the block. */
	#inFence(line) {
		const text = line.replace(/^[\s>]+/, "").trimEnd();
		const mark = this.#fence.charAt(0);
		if (!(text.length >= this.#fence.length && text === mark.repeat(text.length))) return [line];
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
/** Removes heading marks and HTML tags; returns several lines for a line with `<br>`. */
function plainLines(line) {
	return line.replace(HEADING, "").replace(/<br ?\/?>/gi, "\n").replace(TAG, " ").split("\n");
}

// src/action/answer-issue.ts
/**
* Answers a new or edited issue with the article about the known fault that it reports. Only what the owner of the
* workflow can fix fails the run; an unreachable tracker or an error of ours is a warning.
*/
async function answerIssue(context) {
	try {
		await run(context);
	} catch (error) {
		if (error instanceof InputError) return context.setFailed(error.message);
		if (!isForbidden(error)) return context.warning(`No answer this time: ${reasonOf(error)}`);
		context.setFailed(`The token may not post comments (${error.message}). The job needs permissions: issues: write`);
	}
}
async function run(context) {
	const { env, info } = context;
	const inputs = readInputs(context);
	const event = issueOf(env["GITHUB_EVENT_NAME"] ?? "", await readEvent(env), inputs.ignoreLabel);
	if ("reason" in event) return info(`Nothing to do: ${event.reason}`);
	const knowledge = await knowledgeFor(inputs, context);
	const { findings, environment } = diagnose(knowledge.index, readIssue(event.issue), {
		limit: 1,
		localization,
		findRow: rowFinder(knowledge.tables ?? {})
	});
	const [finding] = findings;
	const reader = {
		locale: inputs.language,
		system: environment.system
	};
	const text = finding && reportFinding(finding, reader, knowledge, inputs, context);
	if (inputs.mode === "comment") return updateComment(event.issue, text, inputs, context);
	if (text === void 0) return info("No known fault matches with certainty: no summary.");
	await context.writeSummary(text);
}
async function readEvent(env) {
	try {
		return JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
	} catch (error) {
		const { code = "text that is not JSON" } = error;
		throw new InputError(`GITHUB_EVENT_PATH: found ${code}; allowed: a file with the payload of an event`);
	}
}
async function knowledgeFor({ isSiteAsked, site, language }, { shippedKnowledge, warning }) {
	if (!isSiteAsked) return shippedKnowledge(language);
	try {
		return await siteKnowledge(site, language);
	} catch (error) {
		warning(`${site} did not answer, continuing with the faults known at the release of the Action: ${reasonOf(error)}`);
		return shippedKnowledge(language);
	}
}
/** Sets the outputs for a finding; returns the answer to the issue, `undefined` unless the confidence is high. */
function reportFinding({ id, confidence, line, named }, reader, { cards }, { site, language }, { setOutput, info }) {
	const address = articleAddress(site, id, language);
	setOutput("id", id);
	setOutput("url", address);
	setOutput("confidence", confidence);
	info(`Matched ${id}, confidence ${confidence}.`);
	const card = cards[id];
	if (confidence !== "high" || !card) return void 0;
	const fault = {
		affected: card.affected,
		...answerFault(card, named, reader)
	};
	return answer(fault, address, line.text, language);
}
/** Creates the comment, updates it to the new answer, or replaces an answer that no longer applies. */
async function updateComment(issue, text, { token, language, ignoreLabel, isDryRun }, { env, info, setOutput, writeSummary, second }) {
	const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const api = env["GITHUB_API_URL"] ?? "https://api.github.com";
	const comments = new IssueComments({
		api,
		token,
		owner,
		repo,
		issue: issue.number,
		second
	});
	const own = await comments.findOwn(MARKER);
	if (!own && text === void 0) return info("No known fault matches with certainty: no comment.");
	if (own) setOutput("comment-url", own.url);
	const body = text === void 0 ? retractingComment(language) : answeringComment(text, ignoreLabel, language);
	if (own && isSameText(own.body, body)) return info("The comment is up to date.");
	if (isDryRun) {
		info(`Dry run: would ${own ? "update the" : "post a"} comment; its text is in the job summary.`);
		await writeSummary(body);
		return;
	}
	if (own) await comments.update(own.id, body);
	else setOutput("comment-url", await comments.create(body));
	info(own ? "Updated the comment." : "Posted a comment.");
}
/** Ignores line endings, which GitHub may change. */
const isSameText = (a, b) => a.replaceAll("\r\n", "\n").trim() === b.trim();
/** Returns the message of the innermost cause; network errors at times have only a code. */
function reasonOf(error) {
	const { message, cause, code } = error;
	return cause instanceof Error ? reasonOf(cause) : message || (code ?? "no reason given");
}
function isForbidden(error) {
	return error instanceof RequestError && (error.status === 401 || /not accessible by/.test(error.message));
}

// src/action/main.ts
/** The script that `action.yml` runs. */
await answerIssue({
	env: process.env,
	getInput,
	setOutput,
	info,
	warning,
	setFailed,
	writeSummary: (text) => summary.addRaw(text, true).write(),
	shippedKnowledge,
	second: 1e3
});

export {  };