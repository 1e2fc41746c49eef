// What the forge's checks say of what waits for a review: passed, failed or under way, and where it is explained.
//
// GitHub and GitLab have a request for each document, Forgejo and Gitea one for all that was saved. The forge alone is asked, with
// the token that the officer has signed in with.

const WORDS = { passed: "检查通过了", failed: "检查没有通过，看要改什么", running: "正在检查", none: "还没有检查" };
const OUTCOMES = {
  passed: ["success", "neutral", "skipped", "warning"],
  failed: ["failure", "failed", "error", "timed_out", "cancelled", "canceled", "action_required", "startup_failure"],
};
/** Requests that are told of where no document is open. */
const MOST = 5;

/** The branch of the document that is open, as the CMS names it; undefined where none is. */
export function branchOf(hash) {
  const found = /^#\/collections\/([^/]+)\/entries\/(?:.*\/)?([^/]+)$/.exec(hash);
  return found && `cms/${found[1]}/${decodeURIComponent(found[2]).replaceAll("%", "%25")}`;
}

/** The page of the run that a job belongs to: what it made, a preview among it, hangs there. */
const runOf = page => page.replace(/\/jobs?\/\d+$/, "");

/** For each forge: the requests that are open, newest first, and what is checked of one. */
const FORGES = {
  github: {
    async requests(ask, { repository }) {
      const open = await ask(`/repos/${repository}/pulls?state=open&sort=updated&direction=desc`);
      return open.map(({ title, html_url, head }) => ({ title, page: html_url, branch: head.ref, commit: head.sha }));
    },
    async checks(ask, { repository }, commit) {
      const { check_runs } = await ask(`/repos/${repository}/commits/${commit}/check-runs`);
      return check_runs.map(run => ({ outcome: run.status === "completed" ? run.conclusion : "running", page: run.html_url, preview: `${runOf(run.html_url)}#artifacts` }));
    },
  },
  gitlab: {
    async requests(ask, { repository }) {
      const open = await ask(`/projects/${encodeURIComponent(repository)}/merge_requests?state=opened&order_by=updated_at`);
      return open.map(({ title, web_url, source_branch, sha }) => ({ title, page: web_url, branch: source_branch, commit: sha }));
    },
    async checks(ask, { home, repository }, commit) {
      const jobs = await ask(`/projects/${encodeURIComponent(repository)}/repository/commits/${commit}/statuses`);
      return jobs.filter(job => job.status !== "manual").map(({ id, name, status, target_url }) => {
        const page = target_url || `${home}/-/jobs/${id}`;
        return { outcome: status, page, preview: name === "preview" && status === "success" ? `${page}/artifacts/browse/preview` : undefined };
      });
    },
  },
  gitea: {
    async requests(ask, { repository, into, written }) {
      const open = await ask(`/repos/${repository}/pulls?state=open`);
      return open.filter(({ head, base }) => head.ref === written && base.ref === into).map(({ title, html_url, head }) => ({ title, page: html_url, branch: head.ref, commit: head.sha }));
    },
    async checks(ask, { home, repository }, commit) {
      const { statuses } = await ask(`/repos/${repository}/commits/${commit}/status`);
      return (statuses || []).map(({ status, target_url }) => {
        const page = new URL(target_url || home, home).href;
        return { outcome: status, page, preview: runOf(page) };
      });
    },
  },
};

/** What the checks of a request say all in all, and the pages where to read on. */
function summaryOf(request, checks) {
  const outcomeOf = check => Object.keys(OUTCOMES).find(name => OUTCOMES[name].includes(check.outcome)) || "running";
  const worst = ["failed", "running", "passed"].map(outcome => checks.find(check => outcomeOf(check) === outcome)).find(Boolean);
  const outcome = worst ? outcomeOf(worst) : "none";
  const { preview } = checks.find(check => check.preview) || {};
  // Who may tell of a check may tell any address.
  const [page, seen] = [outcome === "failed" ? worst.page : request.page, preview].map(address => (/^https?:\/\//.test(address) ? address : undefined));
  return { title: request.title.replace(/^Draft: /, ""), outcome, words: WORDS[outcome], page: page || request.page, preview: seen };
}

/** The summary of each request that waits; of one branch alone where it is given. */
export async function summaries(forge, token, branch) {
  const { requests, checks } = FORGES[forge.name];
  const ask = async path => {
    const answer = await fetch(`${forge.api}${path}`, { headers: { Authorization: `Bearer ${token}`, Accept: "application/json" }, cache: "no-cache" });
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return answer.json();
  };
  const open = (await requests(ask, forge)).filter(request => !branch || forge.name === "gitea" || request.branch === branch);
  return Promise.all(open.slice(0, MOST).map(async request => summaryOf(request, await checks(ask, forge, request.commit))));
}

/** The token that the officer has signed in with; undefined before that. */
function tokenOf(storage) {
  try {
    return JSON.parse(storage.getItem("sveltia-cms.user")).token;
  } catch {
    return undefined;
  }
}

/** Keeps `place` saying what the checks say; looks again twice a minute, as long as somebody looks at the page. */
export function keepTelling(place, link, forge) {
  let asked = 0;
  const tell = async () => {
    const number = (asked += 1);
    const token = tokenOf(localStorage);
    const branch = branchOf(location.hash);
    const told = token ? await summaries(forge, token, branch).catch(() => [{ outcome: "unknown", words: "问不到检查的结果", page: forge.requests }]) : [];
    // Another document has been opened meanwhile.
    if (number !== asked) return;
    const lines = told.map(({ title, outcome, words, page, preview }) => {
      const line = document.createElement("span");
      line.dataset.outcome = outcome;
      line.append(branch || !title ? "" : `${title}：`, link(words, page), "　", ...(preview ? [link("看预览", preview), "　"] : []));
      return line;
    });
    place.replaceChildren(...lines);
  };
  addEventListener("hashchange", tell);
  setInterval(() => document.hidden || tell(), 30000);
  tell();
}
