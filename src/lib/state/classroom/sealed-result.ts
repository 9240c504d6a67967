import { fromBase64Url, type Bytes } from '#lib/domain/classroom/bytes.ts';
import {
	MOST_QR_BYTES,
	printResultFile,
	printResultQr,
	printResultText
} from '#lib/domain/classroom/result-text.ts';
import type { HandinRow } from '#lib/storage/class-rows.ts';
import { asking, browserHanding, type FileKind } from '#lib/state/backup-handing.ts';

/** A sealed result and the ways it can go to the teacher. */
export interface SealedResult {
	row: HandinRow;
	bytes: Bytes;
	/** What a code says; absent where the answers are too long for one that phones read. */
	qrText?: string;
}

/** Files of assignments and results. */
export const CLASS_FILE: FileKind = { mime: 'application/json', ending: '.recount' };

/** A result as it is handed over. */
export function sealedResult(row: HandinRow): SealedResult {
	const bytes = fromBase64Url(row.sealed) ?? new Uint8Array();
	return { row, bytes, ...(bytes.length <= MOST_QR_BYTES && { qrText: printResultQr(bytes) }) };
}

/** Whether a result is on the clipboard now. */
export async function copyResult({ bytes }: SealedResult): Promise<boolean> {
	const copied = await asking(() => navigator.clipboard.writeText(printResultText(bytes)));
	return copied.code === 'given';
}

/** Hands results over as one file: to the downloads, or to another app. */
export async function handResults(
	results: readonly SealedResult[],
	way: 'save' | 'share'
): Promise<void> {
	const [first] = results;
	if (!first) return;
	const handing = browserHanding(CLASS_FILE);
	const file = new Blob([printResultFile(results.map(({ bytes }) => bytes))]);
	const who = results.length === 1 ? `${first.row.no}` : `${results.length}-results`;
	const name = `recount-${who}${CLASS_FILE.ending}`;
	const { share } = handing;
	if (way === 'share' && share) await asking(() => share(file, name));
	else handing.download(file, name);
}
