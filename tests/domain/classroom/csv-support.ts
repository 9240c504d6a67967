const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;

/** Reads a CSV file as RFC 4180 has it, without its byte order mark; fails where it is none. */
export function readCsv(file: string): string[][] {
	const text = file.replace(/^\ufeff/, '');
	const rows: string[][] = [];
	let row: string[] = [];
	let end = 0;
	for (const [whole, quoted, plain, mark] of text.matchAll(CELL)) {
		row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
		end += whole.length;
		if (mark === ',') continue;
		rows.push(row);
		row = [];
	}
	if (end !== text.length || row.length > 0) throw new Error(`no CSV from ${end} on`);
	return rows;
}
