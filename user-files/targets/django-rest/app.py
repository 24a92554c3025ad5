"""The contract of ../README.md with Django REST framework, WSGI; A and B are JSON of their length."""

import django
from django.conf import settings

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "UNAUTHENTICATED_USER": None,
    },
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework.decorators import api_view  # noqa: E402
from rest_framework.exceptions import ParseError  # noqa: E402
from rest_framework.response import Response  # noqa: E402

FRAME = len('{"text":""}')
PAGES = {"1": ("0123456789" * 10)[FRAME:], "200": ("0123456789" * 20_480)[FRAME:]}


@api_view(["GET"])
def hello(request):
    page = PAGES.get(request.query_params.get("page"))
    if page is None:
        raise ParseError("page is 1 or 200")
    return Response({"text": page})


@api_view(["POST"])
def report(request):
    request.body
    return Response(status=204)


def health(request):
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [path("hello", hello), path("report", report), path("health", health)]
application = get_wsgi_application()
