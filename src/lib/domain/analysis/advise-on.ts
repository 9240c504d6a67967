import { FACILITY_TOO_EASY, isHard } from './facility-band.ts';
import type {
	Advice,
	AdviceStep,
	Finding,
	Firmness,
	ItemAnalysis,
	OptionFigures,
	OptionsAnalysis
} from './types.ts';

/** Below, figures of one class say nothing of a question. */
const HINT_FROM = 10;
const FIRM_FROM = 30;

/** Wrong by no more than this is a rounding, not a preference. */
const ROUNDING = 1e-9;

/**
 * What a teacher should do about a question. Whatever is odd, the paragraph is read first; the key
 * then stays and the matter is taught again, or else another answer is accepted. Nothing is said
 * below 10 attempts.
 */
export function adviseOn(item: ItemAnalysis, options?: OptionsAnalysis): Advice {
	const firmness = firmnessOf(item.seen);
	if (firmness === 'counts-only') return { firmness, findings: [], steps: [] };
	const preferred = preferredOver(options);
	const findings = [
		...checkTheKey(item, preferred),
		...facilityFindings(item),
		...replaceDistractors(options)
	];
	return { firmness, findings, steps: stepsFor(findings, preferred) };
}

/** How far a figure of so many attempts can be trusted. */
export function firmnessOf(attempts: number): Firmness {
	if (attempts < HINT_FROM) return 'counts-only';
	return attempts < FIRM_FROM ? 'hint' : 'firm';
}

/**
 * The wrong option that more of the best scorers chose than all right ones together. What one pupil
 * alone chose, as typed answers often are, is no preference.
 */
function preferredOver(options: OptionsAnalysis | undefined): string | undefined {
	const rows = options?.options ?? [];
	const upper = (row: OptionFigures) => (row.upperShare.ok ? row.upperShare.value : 0);
	const right = rows.filter((row) => row.right).reduce((total, row) => total + upper(row), 0);
	return rows
		.filter((row) => !row.right && row.chosen > 1 && upper(row) > right + ROUNDING)
		.sort((a, b) => upper(b) - upper(a) || b.chosen - a.chosen)[0]?.option;
}

function checkTheKey(
	{ discriminationIndex: index }: ItemAnalysis,
	preferred: string | undefined
): Finding[] {
	const negative = index.ok && index.value < 0;
	if (!negative && preferred === undefined) return [];
	return [
		{
			code: 'check-the-key',
			...(negative && { discriminationIndex: index.value }),
			...(preferred !== undefined && { preferred })
		}
	];
}

function facilityFindings({ facility }: ItemAnalysis): Finding[] {
	if (!facility.ok) return [];
	if (facility.value > FACILITY_TOO_EASY) return [{ code: 'too-easy', facility: facility.value }];
	return isHard(facility.value) ? [{ code: 'hard', facility: facility.value }] : [];
}

function replaceDistractors(options: OptionsAnalysis | undefined): Finding[] {
	const idle = options?.options.filter(({ nonFunctioning }) => nonFunctioning) ?? [];
	if (idle.length === 0) return [];
	return [{ code: 'replace-distractors', options: idle.map(({ option }) => option) }];
}

function stepsFor(findings: readonly Finding[], preferred: string | undefined): AdviceStep[] {
	const doubtful = findings.some(({ code }) => code === 'check-the-key' || code === 'hard');
	if (!doubtful) return [];
	const steps: AdviceStep[] = [{ code: 'read-paragraph' }, { code: 'keep-and-reteach' }];
	return preferred === undefined ? steps : [...steps, { code: 'accept-option', option: preferred }];
}
