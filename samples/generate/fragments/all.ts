import { accessibility } from './care/accessibility.ts';
import { appLogin } from './care/appLogin.ts';
import { helpfulStaff } from './care/helpfulStaff.ts';
import { rudeStaff } from './care/rudeStaff.ts';
import { scam } from './care/scam.ts';
import { waiting } from './care/waiting.ts';
import { website } from './care/website.ts';
import { installation } from './home/installation.ts';
import { loop } from './home/loop.ts';
import { missedEngineer } from './home/missedEngineer.ts';
import { outage } from './home/outage.ts';
import { parental } from './home/parental.ts';
import { router } from './home/router.ts';
import { slowBroadband } from './home/slowBroadband.ts';
import { tvFreezing } from './home/tvFreezing.ts';
import { dataAllowance } from './mobile/dataAllowance.ts';
import { droppedCalls } from './mobile/droppedCalls.ts';
import { handsetLate } from './mobile/handsetLate.ts';
import { noSignal } from './mobile/noSignal.ts';
import { porting } from './mobile/porting.ts';
import { roaming } from './mobile/roaming.ts';
import { simActivation } from './mobile/simActivation.ts';
import { contractEnd } from './money/contractEnd.ts';
import { directDebit } from './money/directDebit.ts';
import { goodValue } from './money/goodValue.ts';
import { overcharge } from './money/overcharge.ts';
import { priceRise } from './money/priceRise.ts';
import { refund } from './money/refund.ts';
import { competitor } from './signals/competitor.ts';
import { crossSell } from './signals/crossSell.ts';
import { leave } from './signals/leave.ts';
import type { TopicFragments, TopicName } from './topic.ts';

export const fragments: Record<TopicName, TopicFragments> = {
  overcharge,
  directDebit,
  refund,
  priceRise,
  goodValue,
  contractEnd,
  roaming,
  noSignal,
  droppedCalls,
  simActivation,
  porting,
  dataAllowance,
  handsetLate,
  slowBroadband,
  outage,
  missedEngineer,
  router,
  installation,
  tvFreezing,
  parental,
  loop,
  appLogin,
  website,
  waiting,
  rudeStaff,
  helpfulStaff,
  scam,
  accessibility,
  leave,
  competitor,
  crossSell,
};
