/** Header of an answer that can come without a body: the server's clock, epoch ms. */
export const SERVER_TIME_HEADER = 'x-server-time';
