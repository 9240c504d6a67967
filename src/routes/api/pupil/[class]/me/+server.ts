import { endpoint } from '#lib/server/endpoint.ts';
import { pupilOf } from '#lib/server/pupils/pupil-session.ts';

export const GET = endpoint({}, pupilOf);
