import type { FacilityBand } from './types.ts';

/** A question that more than this share gets right tells nobody apart. */
export const FACILITY_TOO_EASY = 0.95;

/** The highest whole percentage of each band. */
const BANDS: readonly (readonly [percent: number, band: FacilityBand])[] = [
	[5, 'extremely-difficult'],
	[10, 'very-difficult'],
	[20, 'difficult'],
	[34, 'moderately-difficult'],
	[65, 'about-right'],
	[80, 'fairly-easy'],
	[89, 'easy'],
	[94, 'very-easy']
];

/**
 * Moodle's word for a facility (a share), rounded to a whole percentage as its table has it. The
 * table leaves out 65 %, which is still about right here.
 * @see https://docs.moodle.org/dev/Quiz_report_statistics#Facility_index_.28F.29
 */
export function facilityBand(facility: number): FacilityBand {
	const percent = Math.round(facility * 100);
	return BANDS.find(([highest]) => percent <= highest)?.[1] ?? 'extremely-easy';
}

/** Whether the band says difficult in any degree: up to 34 %. */
export function isHard(facility: number): boolean {
	return facilityBand(facility).endsWith('difficult');
}
