import { expect, test } from 'vitest';
import { facilityBand, isHard } from '#lib/domain/analysis/facility-band.ts';

test.each([
	[0, 'extremely-difficult', true],
	[0.05, 'extremely-difficult', true],
	[0.06, 'very-difficult', true],
	[0.1, 'very-difficult', true],
	[0.11, 'difficult', true],
	[0.2, 'difficult', true],
	[0.21, 'moderately-difficult', true],
	[0.34, 'moderately-difficult', true],
	[0.35, 'about-right', false],
	[0.64, 'about-right', false],
	[0.65, 'about-right', false],
	[0.66, 'fairly-easy', false],
	[0.8, 'fairly-easy', false],
	[0.81, 'easy', false],
	[0.89, 'easy', false],
	[0.9, 'very-easy', false],
	[0.94, 'very-easy', false],
	[0.95, 'extremely-easy', false],
	[1, 'extremely-easy', false]
])('%d is %s', (facility, band, hard) => {
	expect(facilityBand(facility)).toBe(band);
	expect(isHard(facility)).toBe(hard);
});
