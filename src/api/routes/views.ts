import { Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { casePage } from '../../../dashboards/pages/case.ts';
import { codedPage } from '../../../dashboards/pages/coded.ts';
import { customerPage } from '../../../dashboards/pages/customer.ts';
import { departmentPage } from '../../../dashboards/pages/department.ts';
import { departmentsPage } from '../../../dashboards/pages/departments.ts';
import { discoveriesPage } from '../../../dashboards/pages/discoveries.ts';
import { driversPage } from '../../../dashboards/pages/drivers.ts';
import { failuresPage } from '../../../dashboards/pages/failures.ts';
import { overviewPage } from '../../../dashboards/pages/overview.ts';
import { queuesPage } from '../../../dashboards/pages/queues.ts';
import { relationsPage } from '../../../dashboards/pages/relations.ts';
import { runsPage } from '../../../dashboards/pages/runs.ts';
import { textPage } from '../../../dashboards/pages/text.ts';
import { textsPage } from '../../../dashboards/pages/texts.ts';
import { topicPage } from '../../../dashboards/pages/topic.ts';
import { topicsPage } from '../../../dashboards/pages/topics.ts';
import { trendsPage } from '../../../dashboards/pages/trends.ts';
import { Coded } from '../../../dashboards/views/coded.ts';
import { Customer } from '../../../dashboards/views/customer.ts';
import { CaseView, Department, Departments } from '../../../dashboards/views/departments.ts';
import { Discoveries } from '../../../dashboards/views/discoveries.ts';
import { Drivers } from '../../../dashboards/views/drivers.ts';
import { Overview } from '../../../dashboards/views/overview.ts';
import { Queues } from '../../../dashboards/views/queues.ts';
import { Relations } from '../../../dashboards/views/relations.ts';
import { Texts, TextView } from '../../../dashboards/views/texts.ts';
import { Topic, Topics } from '../../../dashboards/views/topics.ts';
import { Trends } from '../../../dashboards/views/trends.ts';
import { Failures, Runs } from '../../../dashboards/views/upkeep.ts';
import { teamsSeenBy, worksFor } from '../access/viewer.ts';
import { FilterQuery } from '../filter-query.ts';
import { PeriodQuery } from '../period-query.ts';
import type { Services } from '../services.ts';
import { addView, noParams } from '../view-route.ts';
import { caseView } from '../views/case.ts';
import { CodedQuery, codedView } from '../views/coded.ts';
import { customerView } from '../views/customer.ts';
import { DepartmentQuery, departmentView } from '../views/department.ts';
import { departmentsView } from '../views/departments.ts';
import { discoveriesView } from '../views/discoveries.ts';
import { driversView } from '../views/drivers.ts';
import { movementsView } from '../views/movements.ts';
import { overviewView } from '../views/overview.ts';
import { QueuesQuery, queuesView } from '../views/queues.ts';
import { RelationsQuery, relationsView } from '../views/relations.ts';
import { textViewFor, worksOn } from '../views/text-for.ts';
import { TextsQuery, textsView } from '../views/texts.ts';
import { topicView } from '../views/topic.ts';
import { topicsView } from '../views/topics.ts';
import { FailuresQuery, failuresView, runsView } from '../views/upkeep.ts';

const Id = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
const Name = Type.Object({ id: Type.String({ minLength: 1 }) });
const noQuery = Type.Object({}, { additionalProperties: false });

/** Every page with its JSON twin. */
export function addViews(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{ page: '/', may: 'texts', api: '/api/overview', summary: 'Everything at a glance', params: noParams },
    ...{ query: PeriodQuery, view: Overview, render: overviewPage },
    build: ({ query }) => overviewView(services, query),
  });
  addTopics(app, services, frame);
  addView(app, frame, {
    ...{
      page: '/relations',
      may: 'texts',
      api: '/api/relations',
      summary: 'Which categories go together',
      params: noParams,
    },
    ...{ query: RelationsQuery, view: Relations, render: relationsPage },
    build: ({ query }) => relationsView(services, query),
  });
  addView(app, frame, {
    ...{
      page: '/relations/coded',
      may: 'texts',
      api: '/api/relations/coded',
      summary: 'Categories and coded data',
      params: noParams,
    },
    ...{ query: CodedQuery, view: Coded, render: codedPage },
    build: ({ query }) => codedView(services, query),
  });
  addView(app, frame, {
    ...{ page: '/discoveries', api: '/api/discoveries', summary: 'What the vocabulary does not know', may: 'texts' },
    ...{ params: noParams, query: noQuery, view: Discoveries, render: discoveriesPage },
    build: () => discoveriesView(services),
  });
  addView(app, frame, {
    ...{ page: '/drivers', api: '/api/drivers', summary: 'What moves satisfaction', may: 'texts' },
    ...{ params: noParams, query: noQuery, view: Drivers, render: driversPage },
    build: () => driversView(services),
  });
  addView(app, frame, {
    ...{
      page: '/trends',
      may: 'texts',
      api: '/api/trends',
      summary: 'What moved, by the latest night',
      params: noParams,
    },
    ...{ query: noQuery, view: Trends, render: trendsPage },
    build: () => movementsView(services),
  });
  addCases(app, services, frame);
  addTexts(app, services, frame);
  addCustomers(app, services, frame);
  addUpkeep(app, services, frame);
}

function addTopics(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{
      page: '/topics',
      may: 'texts',
      api: '/api/topics',
      summary: 'The vocabulary with its texts',
      params: noParams,
    },
    ...{ query: PeriodQuery, view: Topics, render: topicsPage },
    build: ({ query }) => topicsView(services, query),
  });
  addView(app, frame, {
    ...{ page: '/topics/:id', may: 'texts', api: '/api/topics/:id', summary: 'One category', params: Name },
    ...{ query: PeriodQuery, view: Topic, render: topicPage },
    build: ({ params, query }) => topicView(services, params.id, query),
  });
}

function addCases(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{
      page: '/departments',
      may: 'cases',
      api: '/api/departments',
      summary: 'Complaints by department',
      params: noParams,
    },
    ...{ query: noQuery, view: Departments, render: departmentsPage },
    build: ({ viewer }) => departmentsView(services, teamsSeenBy(viewer)),
  });
  addView(app, frame, {
    ...{
      page: '/departments/:id',
      may: 'cases',
      api: '/api/departments/:id',
      summary: 'Cases of a department',
      params: Name,
    },
    ...{ query: DepartmentQuery, view: Department, render: departmentPage },
    needsPersonalData: ({ team }, viewer) => worksFor(viewer, team),
    build: ({ params, query }) => departmentView(services, params.id, query),
  });
  addView(app, frame, {
    ...{ page: '/cases/:id', may: 'cases', api: '/api/cases/:id', summary: 'One case with its history', params: Id },
    ...{ query: noQuery, view: CaseView, render: casePage },
    needsPersonalData: (view, viewer) => worksFor(viewer, view.case.team),
    build: ({ params }) => caseView(services, params.id),
  });
}

function addTexts(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{ page: '/texts', may: 'texts', api: '/api/texts', summary: 'The texts that a filter means', params: noParams },
    ...{ query: TextsQuery, view: Texts, render: textsPage },
    build: ({ query }) => textsView(services, query),
  });
  addView(app, frame, {
    ...{ page: '/texts/:id', may: 'cases', api: '/api/texts/:id', summary: 'One text with its evidence', params: Id },
    query: Type.Object({ category: FilterQuery.properties.category }, { additionalProperties: false }),
    ...{ view: TextView, render: textPage },
    needsPersonalData: worksOn,
    whenMasked: (view) => ({ ...view, masked: true }),
    build: ({ params, query, viewer }) => textViewFor(services, viewer, params.id, query.category ?? []),
  });
}

function addCustomers(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{
      page: '/customers/:id',
      may: 'texts',
      api: '/api/customers/:id',
      summary: 'One customer through time',
      params: Name,
    },
    ...{ query: noQuery, view: Customer, render: customerPage },
    build: ({ params }) => customerView(services, params.id),
  });
}

function addUpkeep(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{ page: '/failures', may: 'operate', api: '/api/failures', summary: 'What is kept aside', params: noParams },
    ...{ query: FailuresQuery, view: Failures, render: failuresPage },
    build: ({ query }) => failuresView(services, query),
  });
  addView(app, frame, {
    ...{ page: '/runs', may: 'operate', api: '/api/runs', summary: 'Mining runs', params: noParams },
    ...{ query: noQuery, view: Runs, render: runsPage },
    build: () => runsView(services),
  });
  addView(app, frame, {
    ...{
      page: '/queues',
      may: 'operate',
      api: '/api/queues',
      summary: 'Queues, workers and jobs given up',
      params: noParams,
    },
    ...{ query: QueuesQuery, view: Queues, render: queuesPage },
    build: ({ query }) => queuesView(services, query),
  });
}
