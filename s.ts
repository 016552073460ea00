import { furnitureScore } from './src/core/speech/furnitureScore.ts';
import { isDateOrName } from './src/core/speech/title.ts';
import { isPersonName } from './src/core/speech/personNames.ts';
import { FurnitureMaker } from './scripts/readers/furniture/makeFurniture.ts';
import { seeded } from './scripts/eval/reading/damage.ts';
const m = new FurnitureMaker(seeded(5));
const c: Record<string, number[]> = {};
for (let i=0;i<20000;i++){ const t=m.signature(); const k=(isDateOrName(t)?'D':'-')+(isPersonName(t)?'P':'-'); (c[k]??=[]).push(furnitureScore(t)); }
for (const [k,v] of Object.entries(c)) { v.sort((a,b)=>a-b); console.log(k, v.length, [0.01,0.1,0.5,0.9,0.95,0.99,0.999].map(q=>v[Math.floor(q*v.length)]!.toFixed(1)).join(' ')); }
const d: Record<string, number[]> = {};
for (const t of m.lines(20)) { if(!isDateOrName(t)) continue; const k=(isPersonName(t)?'P':'-'); (d[k]??=[]).push(furnitureScore(t)); }
for (const [k,v] of Object.entries(d)) { v.sort((a,b)=>a-b); console.log('furn',k, v.length, [0.01,0.1,0.5,0.9,0.95,0.99,0.999].map(q=>v[Math.floor(q*v.length)]!.toFixed(1)).join(' ')); }
for (const n of ['王大山','李 明','欧阳文','林小舟','田野','顾晓','白云山','石磊','何远','山河','市科协','二〇一九年五月','某某某','张某某','XX','赵  刚']) console.log(n, furnitureScore(n).toFixed(1), isDateOrName(n));
