import * as v from 'valibot';
import { KINDS, type ReportId } from '#lib/bank/types.ts';
import type { DraftWording } from './draft-keeping.ts';

const wording = v.object({ kind: v.picklist(KINDS), ask: v.string(), answer: v.string() });
const stored = v.array(v.object({ id: v.string(), wording }));

/** A draft that is being reworded, with its words so far. */
export interface DraftEdit {
	id: string;
	wording: DraftWording;
}

const keyOf = (report: ReportId) => `recount-draft-edits-${report}`;

/** The rewordings that were begun in this tab on a report's desk, the last one last. */
export function readDraftEdits(report: ReportId): DraftEdit[] {
	try {
		const read = v.safeParse(stored, JSON.parse(sessionStorage.getItem(keyOf(report)) ?? '[]'));
		return read.success ? read.output : [];
	} catch {
		return [];
	}
}

/** Keeps a rewording in this tab until it is forgotten; without storage a reload begins anew. */
export function keepDraftEdit(report: ReportId, edit: DraftEdit): void {
	write(report, [...without(report, [edit.id]), edit]);
}

/** Forgets what was begun on drafts that were kept, dropped or left as they were. */
export function forgetDraftEdits(report: ReportId, ids: readonly string[]): void {
	write(report, without(report, ids));
}

function without(report: ReportId, ids: readonly string[]): DraftEdit[] {
	return readDraftEdits(report).filter(({ id }) => !ids.includes(id));
}

function write(report: ReportId, edits: readonly DraftEdit[]): void {
	try {
		if (edits.length > 0) sessionStorage.setItem(keyOf(report), JSON.stringify(edits));
		else sessionStorage.removeItem(keyOf(report));
	} catch {
		// The browser gives this page no storage.
	}
}
