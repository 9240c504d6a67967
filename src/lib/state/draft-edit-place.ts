import * as v from 'valibot';
import { KINDS, type ReportId } from '#lib/bank/types.ts';
import type { DraftWording } from './draft-keeping.ts';

const stored = v.object({
	id: v.string(),
	wording: v.object({ kind: v.picklist(KINDS), ask: v.string(), answer: v.string() })
});

/** A draft that is being reworded, with its words so far. */
export interface DraftEdit {
	id: string;
	wording: DraftWording;
}

const keyOf = (report: ReportId) => `recount-draft-edit-${report}`;

/** The rewording that was begun in this tab on a report's desk. */
export function readDraftEdit(report: ReportId): DraftEdit | undefined {
	try {
		const read = v.safeParse(stored, JSON.parse(sessionStorage.getItem(keyOf(report)) ?? ''));
		return read.success ? read.output : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps a rewording in this tab until it is kept or left; without storage a reload begins anew. */
export function keepDraftEdit(report: ReportId, edit: DraftEdit | undefined): void {
	try {
		if (edit) sessionStorage.setItem(keyOf(report), JSON.stringify(edit));
		else sessionStorage.removeItem(keyOf(report));
	} catch {
		// The browser gives this page no storage.
	}
}
