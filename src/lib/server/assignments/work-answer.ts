import { createHash } from 'node:crypto';
import { SERVER_TIME_HEADER } from '#lib/domain/classroom/api/headers.ts';
import type { PupilWork } from '#lib/domain/classroom/api/pupil-api.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';

const NOT_MODIFIED = 304;

/** Tells what a pupil is answered from anything else they or another is: all of it but the time. */
function tagOf({ classId, no }: PupilKey, { assignments, withdrawn }: PupilWork): string {
	const hash = createHash('sha256');
	hash.update(JSON.stringify([classId, no, assignments, withdrawn]));
	return `"${hash.digest('base64url')}"`;
}

/**
 * Whether a tag is among those that are known. A proxy that packs what passes may have made them weak.
 * @see RFC 9110, section 13.1.2
 */
function isKnown(tag: string, known: string | null): boolean {
	const tags = known?.split(',') ?? [];
	return tags.some((each) => each.trim().replace(/^W\//, '') === tag);
}

/**
 * The answer to a pupil's device that asks for its work: whole, or only that it is as it was (304) where
 * `known`, its `If-None-Match`, names it. The server's time is in both.
 */
export function workAnswer(pupil: PupilKey, work: PupilWork, known: string | null): Response {
	const etag = tagOf(pupil, work);
	const headers = { etag, [SERVER_TIME_HEADER]: `${work.serverTime}` };
	return isKnown(etag, known)
		? new Response(null, { status: NOT_MODIFIED, headers })
		: Response.json(work, { headers });
}
