-- The work on a request: tasks, contacts in departments, approvals, and what each request preserves. Nothing is deleted.

CREATE TABLE request_task (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request      BIGINT        NOT NULL,
    what         VARCHAR(500)  NOT NULL,
    person       BIGINT,
    person_name  VARCHAR(200),
    due_on       DATE,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    made_by_name VARCHAR(200)  NOT NULL,
    done_at      TIMESTAMP(6) WITH TIME ZONE,
    done_by_name VARCHAR(200)
);
CREATE INDEX request_task_of ON request_task (request, id);

-- Whom to ask in a department; contacts need not be people who sign in.
CREATE TABLE request_contact (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request    BIGINT       NOT NULL,
    department VARCHAR(100) NOT NULL,
    name       VARCHAR(200) NOT NULL,
    email      VARCHAR(200) NOT NULL,
    added_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at   TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX request_contact_of ON request_contact (request, id);

-- person: who is asked; absent: whoever is an approver. review: the state of the review that was asked about.
CREATE TABLE request_approval (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request         BIGINT        NOT NULL,
    person          BIGINT,
    person_name     VARCHAR(200),
    why             VARCHAR(2000) NOT NULL,
    review          VARCHAR(128)  NOT NULL,
    asked_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    asked_by        BIGINT        NOT NULL,
    asked_by_name   VARCHAR(200)  NOT NULL,
    decided_at      TIMESTAMP(6) WITH TIME ZONE,
    decided_by      BIGINT,
    decided_by_name VARCHAR(200),
    is_given        BOOLEAN,
    reason          VARCHAR(2000),
    withdrawn_at    TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX request_approval_of ON request_approval (request, id);

-- scope: a search, or absent for everything. A changed scope is a new row, the earlier one ends. event: the entry of the
-- archive's log that says so.
CREATE TABLE request_preservation (
    id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request   BIGINT        NOT NULL,
    scope     VARCHAR(8000),
    placed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    event     BIGINT        NOT NULL,
    ended_at  TIMESTAMP(6) WITH TIME ZONE,
    end_event BIGINT,
    end_why   VARCHAR(2000)
);
CREATE INDEX request_preservation_of ON request_preservation (request, id);
