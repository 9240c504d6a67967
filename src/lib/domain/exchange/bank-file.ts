import { stringify } from 'yaml';
import { bankTree } from '#lib/bank/bank-tree.ts';
import { checkBank } from '#lib/bank/check.ts';
import { problem, type ForeignFile, type Problem } from '#lib/bank/problems.ts';
import { BANK_FILE } from '#lib/bank/schema.ts';
import type { SourceBank } from '#lib/bank/source.ts';
import type { Bank } from '#lib/bank/types.ts';
import { jsonKind, signOf } from './file-signs.ts';

/** A bank file larger than this is refused before it is read. */
export const MOST_BANK_FILE_BYTES = 2_000_000;

/** A bank file read and checked, or every problem that keeps it from being used. */
export type BankFileReading = { ok: true; value: SourceBank } | { ok: false; problems: Problem[] };

/**
 * A bank of one report as a file: YAML as in `questions/`, with the names it uses, without a word of
 * the source text. The same bank gives the same text.
 */
export function printBankFile(bank: SourceBank): string {
	return stringify(bankTree(bank), { lineWidth: 0, aliasDuplicateObjects: false });
}

const BACKUP = 'recount-backup';

/** What a text is, if it says so itself and is no bank. */
function foreignText(text: string): ForeignFile | { kind: string } | undefined {
	if (/^\s*<(?:!doctype|html|head|body|\?xml)\b/iu.test(text)) return 'web-page';
	const kind = jsonKind(text);
	if (kind === undefined || kind === BANK_FILE.kind) return undefined;
	if (kind === BACKUP) return 'backup';
	return kind === '' ? 'json' : { kind };
}

/** The text of a file's bytes, or why they are none. */
function textOf(content: string | Uint8Array): { text: string } | { what: ForeignFile } {
	if (typeof content === 'string') return { text: content.replace(/^\ufeff/, '') };
	const what = signOf(content);
	if (what) return { what };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
	} catch {
		return { what: 'binary' };
	}
}

/** Why a file is not even read as YAML. */
function refuse(content: string | Uint8Array, fileName: string) {
	const start = { file: fileName, line: 1, column: 1 };
	if (content.length > MOST_BANK_FILE_BYTES) {
		const data = { characters: content.length, most: MOST_BANK_FILE_BYTES };
		return { refused: problem(start, 'too-large', data) };
	}
	const read = textOf(content);
	if ('what' in read) return { refused: problem(start, 'foreign-file', { what: read.what }) };
	const foreign = foreignText(read.text);
	if (foreign === undefined) return read;
	return typeof foreign === 'string'
		? { refused: problem(start, 'foreign-file', { what: foreign }) }
		: { refused: problem(start, 'wrong-kind', foreign) };
}

/** Where and among what a bank file is read. */
export interface BankFileContext {
	/** Shown with each problem. */
	fileName: string;
	/** What the device has, without the report of the file. */
	around?: Bank;
}

/** Reads and checks a bank file by the same rules as the shipped bank; never throws, whatever it holds. */
export function parseBankFile(
	content: string | Uint8Array,
	{ fileName, around }: BankFileContext
): BankFileReading {
	const read = refuse(content, fileName);
	if ('refused' in read) return { ok: false, problems: [read.refused] };
	// The checker takes only .yaml; a person's file may be called anything.
	const path = `${fileName.replace(/\.ya?ml$/i, '')}.yaml`;
	const { bank, problems } = checkBank([{ path, text: read.text }], { around, isBankFile: true });
	if (bank) return { ok: true, value: bank };
	return { ok: false, problems: problems.map((each) => ({ ...each, file: fileName })) };
}
