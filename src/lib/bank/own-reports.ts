import type { ReportId } from './types.ts';

/** Whether a report is a person's own: its id is `r-<uuid>`, where a shipped report's is a slug. */
export function isOwnReport(id: ReportId): boolean {
	return /^r-[0-9a-f][0-9a-f-]{6,}$/.test(id);
}
