"""Entry points of the worker: functions of ids, transaction → query → analytics → operation."""
