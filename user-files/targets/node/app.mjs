// The contract of ../README.md with node:http: app.mjs <port>.

import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const PAGES = { 1: Buffer.from('0123456789'.repeat(10)), 200: Buffer.from('0123456789'.repeat(20_480)) };

function answer(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body) }).end(body);
}

const routes = {
  'GET /hello'(request, response, query) {
    const page = PAGES[query.get('page')];
    if (page === undefined) {
      answer(response, 400, 'page is 1 or 200');
    } else {
      answer(response, 200, page);
    }
  },
  async 'GET /delay'(request, response, query) {
    const [low, high] = ['min', 'max'].map((name) => parseFloat(query.get(name)));
    await sleep(low + Math.random() * (high - low));
    answer(response, 200, PAGES[1]);
  },
  'POST /report'(request, response) {
    request.resume().on('end', () => response.writeHead(204).end());
  },
  'GET /health'(request, response) {
    answer(response, 200, 'ok');
  },
};

const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
  const route = routes[`${request.method} ${pathname}`];
  if (route === undefined) {
    answer(response, 404, 'not found');
  } else {
    route(request, response, searchParams);
  }
});
server.listen({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 2048 });
