import { offsetMinutesOf, studyDayOf } from './study-day.ts';
import type { CardId, EventHead, EventKey } from './types.ts';

/** Where a device stands in its own sequence; all zero before its first event. */
export interface DeviceHead {
	device: string;
	lastSeq: number;
	/** epoch ms */
	lastAt: number;
}

/** What an event is stamped with besides its device's head. */
interface StampSource {
	cardId: CardId;
	/** epoch ms, as the device's clock says */
	now: number;
	/** IANA */
	zone: string;
	dayStartHour: number;
	/** 16 random bytes for the id. */
	randomBytes: Uint8Array;
	/** The card's last event: the new one must come after it, even if another device's clock runs ahead. */
	after?: EventKey;
}

/** A stamped event head, the device's new head, and how far (ms) the clock has gone back, 0 if it has not. */
interface Stamped {
	head: EventHead;
	device: DeviceHead;
	clockBackMs: number;
}

/** Sorts events into the total order: by `at`, then `device`, then `seq`. */
export function compareEvents(a: EventKey, b: EventKey): number {
	if (a.at !== b.at) return a.at - b.at;
	if (a.device !== b.device) return a.device < b.device ? -1 : 1;
	return a.seq - b.seq;
}

/**
 * A version 7 uuid of a time (epoch ms) and 16 random bytes.
 *
 * @see RFC 9562, section 5.7
 */
export function uuidV7(at: number, randomBytes: Uint8Array): string {
	const bytes = Uint8Array.from({ length: 16 }, (_, i) => randomBytes[i] ?? 0);
	let rest = at;
	for (let i = 5; i >= 0; i--) {
		bytes[i] = rest % 256;
		rest = Math.floor(rest / 256);
	}
	bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
	bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The head of a device's next event. `at` only orders events: it never falls below the device's
 * last, nor to or below the card's last event. The study day and the offset are those of the clock,
 * so a clock that ran ahead once does not shift the days after it is put right.
 */
export function stampEvent(device: DeviceHead, source: StampSource): Stamped {
	const { now, zone, after } = source;
	const seq = device.lastSeq + 1;
	let at = Math.max(now, device.lastAt);
	if (after && compareEvents({ at, device: device.device, seq }, after) <= 0) at = after.at + 1;
	return {
		head: {
			id: uuidV7(at, source.randomBytes),
			device: device.device,
			seq,
			at,
			offsetMinutes: offsetMinutesOf(now, zone),
			zone,
			studyDay: studyDayOf(now, zone, source.dayStartHour),
			cardId: source.cardId
		},
		device: { device: device.device, lastSeq: seq, lastAt: at },
		clockBackMs: Math.max(0, device.lastAt - now)
	};
}
