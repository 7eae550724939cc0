#!/usr/bin/env node
/** What the pages use of curl, for machines that have none: -s -N -H --json -d --data-binary and an address. */
import process from 'node:process';

const headers = {};
let body;
let address;
const given = process.argv.slice(2);
while (given.length > 0) {
  const option = given.shift();
  if (option === '-H') {
    const [name, value] = given.shift().split(/: (.*)/s);
    headers[name] = value;
  } else if (option === '--json') {
    headers['content-type'] = 'application/json';
    body = given.shift();
  } else if (option === '-d' || option === '--data-binary') body = given.shift();
  else if (!option.startsWith('-')) address = option;
}
const response = await fetch(address, { method: body === undefined ? 'GET' : 'POST', headers, body });
for await (const chunk of response.body) process.stdout.write(chunk);
