import { uploadBody } from '#lib/domain/classroom/api/pupil-api.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { pupilOf } from '#lib/server/pupils/pupil-session.ts';
import { takeUpload } from '#lib/server/work/take-upload.ts';

const MOST_BYTES = 512_000;

export const POST = endpoint(
	{ body: uploadBody, mostBytes: MOST_BYTES, who: pupilOf },
	({ context, who, body }) => takeUpload(context, who, body)
);
