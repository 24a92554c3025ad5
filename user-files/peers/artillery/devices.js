'use strict';

const { INTERVAL_MS, TICKS, LIMIT_SECONDS } = process.env;
const end = Date.now() + LIMIT_SECONDS * 1000;

// Think time begins when the answer has come, so that what is late adds up.
exports.awaitTick = ({ vars }, events, done) => {
  const now = performance.now();
  vars.due = vars.due === undefined ? now : vars.due + Number(INTERVAL_MS);
  setTimeout(done, Math.max(0, Math.ceil(vars.due - now)));
};

// An expression in the YAML file would be parsed anew on each tick.
exports.pollsB = (vars) => vars.tick % 10 === vars.tickOfB;

// A loop with a count would go on for as long as a busy machine needs for all its ticks.
exports.hasTicks = (context, done) => done(context.vars.tick < TICKS && Date.now() < end);
