import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents, stampEvent, uuidV7 } from '#lib/domain/study/events.ts';

const bytes = Uint8Array.from({ length: 16 }, (_, i) => i * 16 + i);
const noon = Date.parse('2026-06-10T12:00:00Z');
const source = {
	cardId: 'c',
	now: noon,
	zone: 'Europe/Berlin',
	dayStartHour: 4,
	randomBytes: bytes
};

describe('uuidV7', () => {
	it('agrees with the example of RFC 9562, appendix A.6', () => {
		const random = Uint8Array.from([
			0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f
		]);
		expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
	});
	it('sorts by time', () => {
		const times = fc.integer({ min: 0, max: 2 ** 48 - 2 });
		fc.assert(
			fc.property(times, fc.uint8Array({ minLength: 16, maxLength: 16 }), (at, random) => {
				expect(uuidV7(at, random) < uuidV7(at + 1, bytes)).toBe(true);
			})
		);
	});
});

describe('compareEvents', () => {
	it.each([
		['by time', { at: 1, device: 'b', seq: 9 }, { at: 2, device: 'a', seq: 1 }],
		['then by device', { at: 1, device: 'a', seq: 9 }, { at: 1, device: 'b', seq: 1 }],
		['then by sequence', { at: 1, device: 'a', seq: 1 }, { at: 1, device: 'a', seq: 2 }]
	])('%s', (_name, first, second) => {
		expect(compareEvents(first, second)).toBeLessThan(0);
		expect(compareEvents(second, first)).toBeGreaterThan(0);
	});
});

describe('stampEvent', () => {
	it('counts up from the device and tells the study day', () => {
		const stamped = stampEvent({ device: 'a', lastSeq: 6, lastAt: noon - 1000 }, source);
		expect(stamped).toEqual({
			head: {
				id: uuidV7(noon, bytes),
				device: 'a',
				seq: 7,
				at: noon,
				offsetMinutes: 120,
				zone: 'Europe/Berlin',
				studyDay: 20614,
				cardId: 'c'
			},
			device: { device: 'a', lastSeq: 7, lastAt: noon },
			clockBackMs: 0
		});
	});

	it('keeps the order when the clock has gone back, and says so; the day is the clock’s', () => {
		const tomorrow = noon + 86_400_000;
		const stamped = stampEvent({ device: 'a', lastSeq: 6, lastAt: tomorrow }, source);
		expect(stamped.head).toMatchObject({ at: tomorrow, seq: 7, studyDay: 20614 });
		expect(stamped.clockBackMs).toBe(86_400_000);
	});

	it.each([
		['an earlier event changes nothing', { at: noon - 1, device: 'b', seq: 1 }, noon],
		['one of the same time and a later device', { at: noon, device: 'b', seq: 1 }, noon + 1],
		['one of the same time and an earlier device', { at: noon, device: 'A', seq: 1 }, noon],
		['one of a device whose clock runs ahead', { at: noon + 50, device: 'A', seq: 1 }, noon + 51]
	])('comes after the card’s last event: %s', (_name, after, at) => {
		const stamped = stampEvent({ device: 'a', lastSeq: 6, lastAt: 0 }, { ...source, after });
		expect(stamped.head.at).toBe(at);
		expect(stamped.device.lastAt).toBe(at);
		expect(stamped.clockBackMs).toBe(0);
	});

	it('always makes a later event, whatever the clock does', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: noon }), { minLength: 2 }), (clock) => {
				let device = { device: 'a', lastSeq: 0, lastAt: 0 };
				let last: { at: number; device: string; seq: number } | undefined;
				for (const now of clock) {
					const stamped = stampEvent(device, { ...source, now });
					if (last) expect(compareEvents(last, stamped.head)).toBeLessThan(0);
					last = stamped.head;
					device = stamped.device;
				}
			})
		);
	});
});
